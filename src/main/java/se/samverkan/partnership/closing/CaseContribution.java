package se.samverkan.partnership.closing;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.course.Course;
import se.samverkan.partnership.course.Phases;
import se.samverkan.partnership.course.Steps;
import se.samverkan.programme.variant.Variant;
import se.samverkan.records.archive.ArchiveContribution;
import se.samverkan.records.archive.ArchivedFile;
import se.samverkan.records.archive.ArchivedFile.Form;
import se.samverkan.records.archive.ArchivedRows;
import se.samverkan.records.archive.Matter;
import se.samverkan.records.rendition.PdfDocument;
import tools.jackson.databind.json.JsonMapper;

/** The case itself in its archive package: its course, what lives on and what was learned, for reading and as data. */
@Component
class CaseContribution implements ArchiveContribution {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Partnerships partnerships;
    private final Course course;
    private final Phases phases;
    private final Steps steps;
    private final StoredClosings store;
    private final ClosingPaper paper;

    CaseContribution(
            Partnerships partnerships,
            Course course,
            Phases phases,
            Steps steps,
            StoredClosings store,
            ClosingPaper paper) {
        this.partnerships = partnerships;
        this.course = course;
        this.phases = phases;
        this.steps = steps;
        this.store = store;
        this.paper = paper;
    }

    @Override
    public String part() {
        return "case";
    }

    @Override
    @Transactional(readOnly = true)
    public Contribution of(Matter matter) {
        Optional<PartnershipView> view = matter.type().equals(ArchivedRows.PARTNERSHIP)
                ? partnerships.find(Long.parseLong(matter.id()))
                : Optional.empty();
        Optional<Closed> closed = view.flatMap(each -> store.closed(each.id()));
        return view.isEmpty() || closed.isEmpty()
                ? new Contribution("", List.of(), List.of())
                : contribution(matter, view.get(), closed.get());
    }

    private Contribution contribution(Matter matter, PartnershipView view, Closed closed) {
        Variant variant = phases.variant(view);
        byte[] pdf = PdfDocument.write(paper.of(view, variant, closed));
        byte[] json = JSON.writeValueAsString(data(view, closed)).getBytes(StandardCharsets.UTF_8);
        return new Contribution(
                paper.title(),
                List.of(new Fact(paper.programme(), variant.name().sv())),
                List.of(
                        new ArchivedFile(
                                "case.pdf",
                                paper.title(),
                                Form.PDF_A,
                                matter.closedAt(),
                                List.of(),
                                () -> new ByteArrayInputStream(pdf)),
                        new ArchivedFile(
                                "case.json",
                                paper.title(),
                                Form.JSON,
                                matter.closedAt(),
                                List.of(),
                                () -> new ByteArrayInputStream(json))));
    }

    private Map<String, Object> data(PartnershipView view, Closed closed) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("owner", view.ownerName());
        data.put("organiser", view.organiserName());
        data.put("variant", view.variant());
        data.put("variantVersion", view.variantVersion());
        data.put("firstTerm", view.firstTerm().key());
        data.put("standing", view.standing());
        data.put(
                "units",
                view.units().stream()
                        .map(each -> Map.of(
                                "key",
                                each.key(),
                                "name",
                                each.name(),
                                "level",
                                each.level(),
                                "standing",
                                each.standing()))
                        .toList());
        data.put(
                "decisions",
                course.decisions(view.id()).stream()
                        .map(each -> decision(view, each))
                        .toList());
        data.put("phases", phasesOf(view));
        data.put(
                "steps",
                steps.done(view.id()).stream()
                        .map(each -> Map.of(
                                "unit", name(view, each.unit()),
                                "phase", each.phase(),
                                "step", each.step(),
                                "by", each.by().name(),
                                "at", each.at().toString()))
                        .toList());
        data.put(
                "livesOn",
                store.livesOn(view.id()).stream()
                        .map(each -> Map.of(
                                "what", each.what(),
                                "owner", each.owner(),
                                "unit",
                                        each.unit()
                                                .map(unit -> name(view, unit))
                                                .orElse(""),
                                "lookAt", each.lookAt().toString()))
                        .toList());
        data.put("learned", closed.learned());
        data.put("waived", closed.waivers());
        return data;
    }

    private static Map<String, Object> decision(PartnershipView view, se.samverkan.partnership.course.Decision each) {
        return Map.of(
                "kind", each.kind(),
                "unit", each.unit().map(unit -> name(view, unit)).orElse(""),
                "day", each.day().toString(),
                "reason", each.reason(),
                "words", each.words(),
                "mandate", each.mandate(),
                "by", each.by().name(),
                "at", each.at().toString());
    }

    private List<Map<String, String>> phasesOf(PartnershipView view) {
        return course.phasesBegun(view.id()).entrySet().stream()
                .flatMap(unit -> unit.getValue().entrySet().stream()
                        .map(phase -> Map.of(
                                "unit", name(view, unit.getKey()),
                                "phase", phase.getKey(),
                                "day", phase.getValue().toString())))
                .toList();
    }

    private static String name(PartnershipView view, long unit) {
        return view.participant(unit).map(Participant::name).orElse("");
    }
}
