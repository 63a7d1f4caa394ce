package se.samverkan.agreement.text;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samverkan.agreement.text.AgreementText.AgreedIntervention;
import se.samverkan.agreement.text.AgreementText.Clause;
import se.samverkan.agreement.text.AgreementView.Accepted;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.programme.Variants;
import se.samverkan.records.mark.MarkView;
import se.samverkan.records.rendition.Block;
import se.samverkan.records.rendition.Fact;
import se.samverkan.records.rendition.Rendition;
import se.samverkan.shared.page.Words;

/**
 * Makes the document of an agreement. It is written in Swedish whoever reads it (språklagen, section 10); until both parties
 * stand behind the text it says that it is a draft.
 */
@Component
public class AgreementDocuments {

    private final Variants variants;
    private final MessageSource messages;
    private final ClauseMarks marks;
    private final Clock clock;

    AgreementDocuments(Variants variants, MessageSource messages, ClauseMarks marks, Clock clock) {
        this.variants = variants;
        this.messages = messages;
        this.marks = marks;
        this.clock = clock;
    }

    /**
     * Somebody who signs it, as the document names them.
     *
     * @param party what the party is called
     * @param mandate by what right
     */
    public record Signs(String name, String party, String mandate) {}

    /** The text that both stand behind, with those who sign it: what is put before them. */
    public Rendition toSign(AgreementView agreement, PartnershipView partnership, List<Signs> signatories) {
        return of(agreement, agreement.agreed().orElseThrow(), partnership, signatories);
    }

    /** What the document of an agreement is called; it names the parties, since it is read among others. */
    public String titleOf(AgreementView agreement, PartnershipView partnership) {
        Words words = new Words(messages, Words.SWEDISH);
        return words.text(
                "agreement.document.title",
                title(agreement, words),
                partnership.ownerName(),
                partnership.organiserName());
    }

    Rendition of(AgreementView agreement, AgreementText text, PartnershipView partnership) {
        return of(agreement, text, partnership, List.of());
    }

    private Rendition of(
            AgreementView agreement, AgreementText text, PartnershipView partnership, List<Signs> signatories) {
        Words words = new Words(messages, Words.SWEDISH);
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                words.text("agreement.document.parties"),
                words.text("agreement.with", partnership.ownerName(), partnership.organiserName())));
        variants.find(partnership.variant())
                .ifPresent(variant ->
                        facts.add(new Fact(words.text("agreement.document.programme"), variant.name(Words.SWEDISH))));
        Optional<Accepted> accepted = agreement.accepted();
        facts.add(new Fact(
                words.text("agreement.document.state"),
                accepted.map(each -> words.text("agreement.accepted", each.by().name(), words.moment(each.at())))
                        .orElseGet(() -> words.text("agreement.document.draft"))));
        return new Rendition(
                Words.SWEDISH,
                partnership.ownerName(),
                title(agreement, words),
                words.text("agreement.with", partnership.ownerName(), partnership.organiserName()),
                facts,
                blocks(text, signatories, words),
                accepted.map(Accepted::at).orElseGet(clock::instant));
    }

    private static String title(AgreementView agreement, Words words) {
        return words.text(
                agreement.number() == 0 ? "agreement.title" : "agreement.title.amendment", agreement.number());
    }

    private List<Block> blocks(AgreementText text, List<Signs> signatories, Words words) {
        List<Block> blocks = new ArrayList<>();
        Map<Long, MarkView> marked = marks.of(text);
        int number = 0;
        for (Clause clause : text.clauses()) {
            number++;
            blocks.add(new Block.Heading(1, number + ". " + clause.heading()));
            blocks.add(new Block.Paragraph(marks.drawn(clause, marked)));
        }
        if (!text.interventions().isEmpty()) {
            blocks.add(new Block.Heading(1, words.text("agreement.interventions")));
            blocks.add(table(text, words));
        }
        if (!signatories.isEmpty()) {
            blocks.add(new Block.Heading(1, words.text("agreement.signing.title")));
            blocks.add(new Block.Paragraph(words.text("agreement.document.signed-so")));
            blocks.add(signing(signatories, words));
        }
        return blocks;
    }

    private static Block signing(List<Signs> signatories, Words words) {
        return new Block.Table(
                words.text("agreement.signing.title"),
                List.of(
                        Block.Column.text(words.text("agreement.field.signatory")),
                        Block.Column.text(words.text("agreement.document.party")),
                        Block.Column.text(words.text("agreement.field.mandate"))),
                signatories.stream()
                        .map(each -> List.of(each.name(), each.party(), each.mandate()))
                        .toList());
    }

    private static Block table(AgreementText text, Words words) {
        List<List<String>> rows = new ArrayList<>();
        for (AgreedIntervention each : text.interventions()) {
            rows.add(List.of(
                    each.what().replace("\n", " "),
                    each.responsible(),
                    words.text("agreement.level." + each.level()),
                    words.text("agreement.intervention.terms", words.term(each.first()), words.term(each.last())),
                    words.money(each.cost())));
        }
        rows.add(List.of(words.text("agreement.total"), "", "", "", words.money(text.cost())));
        return new Block.Table(
                words.text("agreement.interventions"),
                List.of(
                        Block.Column.text(words.text("agreement.field.what")),
                        Block.Column.text(words.text("agreement.field.responsible")),
                        Block.Column.text(words.text("agreement.field.level")),
                        Block.Column.text(words.text("agreement.field.terms")),
                        Block.Column.numbers(words.text("agreement.field.cost"))),
                rows);
    }
}
