package se.samverkan.selection.decision;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import se.samverkan.records.rendition.Block;
import se.samverkan.records.rendition.Block.Column;
import se.samverkan.records.rendition.Fact;
import se.samverkan.selection.allotment.AllotmentView;
import se.samverkan.selection.allotment.AllotmentView.Method;
import se.samverkan.selection.allotment.Allotted;
import se.samverkan.selection.allotment.Allotted.Part;
import se.samverkan.selection.allotment.BasisView;
import se.samverkan.selection.allotment.PlanView;
import se.samverkan.selection.allotment.StoredAllotments.Commitment;
import se.samverkan.selection.candidate.BasisUnit;
import se.samverkan.selection.candidate.CriteriaView;
import se.samverkan.selection.candidate.Naming;
import se.samverkan.selection.decision.DecisionView.Proposal;
import se.samverkan.selection.method.Utf8;
import se.samverkan.selection.round.RoundMaterial.Reason;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.shared.page.Words;

/** What the document of a decision says, part by part in the order in which it is read. */
final class DecisionText {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private final Naming naming;
    private final Words words;
    private final RoundView round;
    private final DecisionView decision;
    private final Proposal proposal;
    private final List<Block> blocks = new ArrayList<>();

    /** @param decision with a proposal that waits or was followed */
    DecisionText(Naming naming, RoundView round, DecisionView decision) {
        this.naming = naming;
        this.words = naming.words();
        this.round = round;
        this.decision = decision;
        this.proposal = decision.followed().or(decision::open).orElseThrow();
    }

    String title() {
        return words.text("decision-document.title", round.name());
    }

    String lead(AllotmentView allotment) {
        String sentence = words.text(
                "decision-document.lead",
                count(allotment, Part.OFFERED),
                round.cohort(),
                count(allotment, Part.COMPARISON),
                count(allotment, Part.RESERVE));
        return decision.decision().isPresent() ? sentence : words.text("decision-document.draft") + " " + sentence;
    }

    private static long count(AllotmentView allotment, Part part) {
        return allotment.units().stream().filter(each -> each.part() == part).count();
    }

    List<Fact> facts(String variant) {
        List<Fact> facts = new ArrayList<>();
        if (!proposal.caseNumber().isEmpty()) {
            facts.add(fact("case-number", proposal.caseNumber()));
        }
        facts.add(fact(
                "day",
                decision.decision().map(made -> day(made.at())).orElse(words.text("decision-document.not-yet"))));
        facts.add(fact(
                "decider",
                decision.decision().map(DecisionView.Decision::by).orElse(words.text("decision-document.not-yet"))));
        facts.add(fact("proposer", proposal.by()));
        facts.add(fact("variant", variant));
        return facts;
    }

    private Fact fact(String label, String value) {
        return new Fact(words.text("decision-document." + label), value);
    }

    private String day(Instant moment) {
        return words.day(LocalDate.ofInstant(moment, SWEDEN));
    }

    DecisionText decided(AllotmentView allotment) {
        heading(1, "decided");
        for (FormPlaces form : round.forms()) {
            part(allotment, form, Part.OFFERED);
            part(allotment, form, Part.COMPARISON);
            part(allotment, form, Part.RESERVE);
            part(allotment, form, Part.RESERVE_COMPARISON);
        }
        return this;
    }

    private void part(AllotmentView allotment, FormPlaces form, Part part) {
        List<Allotted> units = allotment.of(form.form(), part);
        if (units.isEmpty()) {
            return;
        }
        paragraph("part." + part, units.size());
        blocks.add(new Block.Table(
                words.text("decision-document.caption." + part, words.text("form." + form.form())),
                List.of(
                        Column.text(words.text("selection.unit")),
                        Column.text(words.text("selection.allotment.organiser")),
                        Column.numbers(words.text("selection.allotment.number"))),
                units.stream().map(this::row).toList()));
    }

    private List<String> row(Allotted each) {
        return List.of(each.unit().place().name(), each.unit().place().organiserName(), words.count(each.position()));
    }

    DecisionText why() {
        heading(1, "why");
        blocks.add(new Block.Paragraph(words.text("decision-document.purpose", round.purpose())));
        paragraphs(proposal.reasons());
        decision.decision()
                .map(DecisionView.Decision::reasons)
                .filter(reasons -> !reasons.isBlank())
                .ifPresent(reasons -> {
                    heading(2, "decider-adds");
                    paragraphs(reasons);
                });
        return this;
    }

    private void paragraphs(String text) {
        Arrays.stream(text.replace("\r", "").split("\n\\s*\n"))
                .filter(part -> !part.isBlank())
                .forEach(part -> blocks.add(new Block.Paragraph(part.strip())));
    }

    DecisionText how(AllotmentView allotment, BasisView basis, CriteriaView criteria, List<BasisUnit> units) {
        heading(1, "how");
        paragraph("criteria");
        blocks.add(new Block.Items(criteria.criteria().stream()
                .map(criterion -> naming.name(criterion.indicator()) + ": " + naming.rule(criterion))
                .toList()));
        paragraph("units", units.size());
        List<String> excluded = Stream.of(Reason.values())
                .map(reason -> excluded(units, reason))
                .flatMap(Optional::stream)
                .toList();
        if (!excluded.isEmpty()) {
            paragraph("excluded");
            blocks.add(new Block.Items(excluded));
        }
        basis.perOrganiser()
                .ifPresent(
                        most -> blocks.add(new Block.Paragraph(words.text("selection.per-organiser.is", most) + ".")));
        paragraph("method." + allotment.method());
        allotment.grouping().ifPresent(grouping -> paragraph("grouping." + grouping));
        return this;
    }

    private Optional<String> excluded(List<BasisUnit> units, Reason reason) {
        long count = units.stream()
                .filter(unit -> unit.excluded().equals(Optional.of(reason)))
                .count();
        return count == 0
                ? Optional.empty()
                : Optional.of(words.text("exclusion-reason." + reason) + ": " + words.count(count));
    }

    DecisionText rests(
            BasisView basis,
            PlanView plan,
            AllotmentView allotment,
            Optional<Commitment> commitment,
            Optional<byte[]> list) {
        heading(1, "rests");
        paragraph("rests.text");
        List<Fact> facts = new ArrayList<>();
        facts.add(frozen("basis", basis.version(), basis.at(), basis.checksum()));
        facts.add(frozen("plan", plan.version(), plan.at(), plan.checksum()));
        if (allotment.method() == Method.LOT) {
            Commitment seed = commitment.orElseThrow();
            facts.add(fact("seed-checksum", day(seed.at()) + ", " + seed.checksum()));
            facts.add(fact("list-checksum", day(allotment.at()) + ", " + Utf8.sha256(list.orElseThrow())));
            facts.add(fact(
                    "seed",
                    day(allotment.drawnAt().orElseThrow()) + ", " + seed.seed().orElseThrow()));
        }
        blocks.add(new Block.Facts(facts));
        return this;
    }

    private Fact frozen(String what, int version, Instant at, String checksum) {
        return fact(what, words.text("decision-document.frozen", version, day(at), checksum));
    }

    DecisionText partiality() {
        heading(1, "partiality");
        paragraph("partiality.text");
        List<String> told = new ArrayList<>();
        told.add(declared(proposal.by(), "proposer", proposal.interest()));
        decision.decision().ifPresent(made -> told.add(declared(made.by(), "decider", made.interest())));
        decision.recusals().forEach(aside -> told.add(words.text("decision-document.aside", aside.by())));
        blocks.add(new Block.Items(told));
        return this;
    }

    private String declared(String name, String as, String interest) {
        String who = words.text("decision-document." + as) + ": " + name + ".";
        return interest.isBlank() ? who : who + " " + words.text("decision-document.interest", interest);
    }

    List<Block> blocks() {
        return List.copyOf(blocks);
    }

    private void heading(int level, String key) {
        blocks.add(new Block.Heading(level, words.text("decision-document.heading." + key)));
    }

    private void paragraph(String key, Object... details) {
        blocks.add(new Block.Paragraph(words.text("decision-document." + key, details)));
    }
}
