package se.samverkan.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.chain.EvidenceKind;
import se.samverkan.analysis.chain.Part;
import se.samverkan.analysis.chain.PartDraft;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.analysis.priority.Place;
import se.samverkan.analysis.priority.Priorities;
import se.samverkan.analysis.priority.Priorities.Cell;
import se.samverkan.analysis.priority.Prioritising;
import se.samverkan.records.mark.MarkDraft;
import se.samverkan.records.mark.Marks;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** A secrecy mark on what is said in an analysis: kept wherever it goes, in SQL past every door too. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=analysis")
class MarkedPartTests {

    private static final String SECRET = "Hemligt om en anställd";

    @Autowired
    WebApplicationContext application;

    private AnalysisStage stage;
    private long id;
    private long problem;
    private long second;

    @BeforeEach
    void aProblemWithSomethingSecret() {
        stage = new AnalysisStage(application);
        second = stage.running.cast.person("Milo Medlem", stage.running.organiser);
        stage.running.cast.assign(second, Role.WORKING_GROUP, stage.running.organiser, stage.unit);
        id = stage.begun();
        problem = stage.add(id, new PartDraft(PartKind.PROBLEM, "", "", "", "Schemat håller inte", SECRET, ""), 0);
    }

    private void mark(String kind, long about, long... others) {
        List<Long> people = java.util.Arrays.stream(others).boxed().toList();
        stage.does(
                stage.member,
                () -> stage.bean(Marks.class)
                        .mark(
                                kind,
                                about,
                                new MarkDraft(
                                        "OSL 39 kap. 2 §",
                                        new FreeText("Rör en anställds hälsa", ""),
                                        Optional.empty(),
                                        people)));
    }

    private List<String> rows(long person, String sql) {
        return stage.as(
                person,
                () -> stage.bean(TransactionTemplate.class)
                        .execute(status -> stage.bean(JdbcClient.class)
                                .sql(sql)
                                .query(String.class)
                                .list()));
    }

    private JdbcClient behind() {
        return stage.running.cast.behind();
    }

    @Test
    void isReadOnlyByThoseWhoAreNamed() {
        mark("analysis-part", problem, stage.running.headTeacher);

        String words = "select words from analysis.part_words where part = " + problem;
        assertThat(rows(stage.member, words)).containsExactly(SECRET);
        assertThat(rows(stage.running.headTeacher, words)).containsExactly(SECRET);
        assertThat(rows(second, words)).isEmpty();
        assertThat(stage.page(stage.member, "/analyses/" + id + "/parts/" + problem))
                .contains(SECRET);
        assertThat(stage.page(second, "/analyses/" + id + "/parts/" + problem))
                .contains("Schemat håller inte", "OSL 39 kap. 2 §", "Rör en anställds hälsa", "Moa Medlem")
                .doesNotContain(SECRET);
    }

    @Test
    void isNeitherChangedRemovedNorUnmarkedByThoseWhoDoNotReadIt() {
        mark("analysis-part", problem);

        PartDraft other = new PartDraft(PartKind.PROBLEM, "", "", "", "Något annat", "", "");
        Chains chains = stage.bean(Chains.class);
        assertThat(stage.refusal(second, () -> chains.change(id, problem, 0, other)))
                .isEqualTo("records.mark.refusal.read-first");
        assertThat(stage.refusal(second, () -> chains.keepUnsaved(id, problem, "Mitt", "Mitt")))
                .isEqualTo("records.mark.refusal.read-first");
        assertThat(stage.refusal(second, () -> chains.remove(id, problem)))
                .isEqualTo("records.mark.refusal.read-first");
        assertThat(stage.refusal(
                        second,
                        () -> stage.bean(Marks.class).lift("analysis-part", problem, new FreeText("Behövs inte", ""))))
                .isEqualTo("records.mark.refusal.shut");
        assertThat(stage.chain(id).find(problem).orElseThrow().words()).isEqualTo(SECRET);
    }

    @Test
    void shutsWhatStoodThereBeforeToo() {
        stage.does(
                stage.member,
                () -> stage.bean(Chains.class)
                        .change(id, problem, 0, new PartDraft(PartKind.PROBLEM, "", "", "", "Schemat", "Annat", "")));
        mark("analysis-part", problem);

        String texts = "select words from analysis.kept_text where part = " + problem;
        assertThat(rows(stage.member, texts)).containsExactly(SECRET);
        assertThat(rows(second, texts)).isEmpty();
    }

    @Test
    void keepsItsMarkThoughItIsMovedAndChanged() {
        mark("analysis-part", problem);
        stage.does(
                stage.member,
                () -> stage.bean(Chains.class)
                        .change(
                                id,
                                problem,
                                0,
                                new PartDraft(PartKind.PROBLEM, "", "", "", "Schemat", SECRET + " och mer", "")));

        assertThat(rows(second, "select words from analysis.part_words where part = " + problem))
                .isEmpty();
        assertThat(stage.page(second, "/analyses/" + id + "/parts/" + problem)).contains("OSL 39 kap. 2 §");
    }

    @Test
    void neverStandsInTheLog() {
        mark("analysis-part", problem);
        stage.does(stage.member, () -> stage.bean(Chains.class).remove(id, problem));

        assertThat(behind().sql("select count(*) from records.audit_value where before like ? or after like ?")
                        .params("%" + SECRET + "%", "%" + SECRET + "%")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(stage.running.told("mark.set", stage.running.organiser)).isEqualTo(1);
    }

    @Test
    void isDrawnUpAndHandedToThePlanAsMarkedWhoeverDoesIt() throws IOException {
        stage.evidence(id, EvidenceKind.RESULTS, "", "En av fyra", problem);
        long area = stage.add(
                id,
                new PartDraft(PartKind.AREA, "", "", "", "Schemat", SECRET, ""),
                stage.cause(id, "Ingen äger schemat", problem));
        mark("analysis-part", problem, stage.running.headTeacher);
        mark("analysis-part", area, stage.running.headTeacher);
        decide(area);

        assertThat(stage.sends(stage.running.headTeacher, "/analyses/" + id + "/versions", "version", "0")
                        .getStatus())
                .isEqualTo(303);

        assertThat(behind().sql("select content::text from analysis.version where analysis = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .doesNotContain(SECRET)
                .contains("Sekretessmarkerad enligt OSL 39 kap. 2 §");
        assertThat(word(stage.file(stage.member, "/analyses/" + id + "/versions/1/document.docx")))
                .contains("Schemat håller inte", "Sekretessmarkerad enligt OSL 39 kap. 2 §")
                .doesNotContain(SECRET);
        assertThat(stage.as(
                        stage.running.headTeacher,
                        () -> stage.bean(PrioritisedAreas.class).of(stage.running.id, stage.unit)))
                .singleElement()
                .satisfies(each -> assertThat(each.words()).startsWith("Sekretessmarkerad enligt"));
    }

    private void decide(long area) {
        long head = stage.running.headTeacher;
        Priorities priorities = stage.bean(Priorities.class);
        stage.does(head, () -> priorities.begin(id, List.of("Effekt")));
        Prioritising now = stage.as(
                head,
                () -> priorities.newest(stage.bean(Analyses.class).analysis(id)).orElseThrow());
        Map<Cell, Integer> scores = new HashMap<>();
        scores.put(new Cell(area, now.criteria().getFirst().id()), 4);
        stage.does(head, () -> priorities.score(id, scores, true));
        stage.does(head, () -> priorities.close(id));
        stage.does(head, () -> priorities.decide(id, List.of(new Place(area, 1, "Ger mest")), Optional.empty()));
    }

    private static String word(byte[] file) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("word/document.xml")) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8).replaceAll("<[^>]+>", "");
                }
            }
        }
        throw new IOException("no words in the file");
    }

    @Test
    void shutsAnAdoptedVersionFromBeforeItWasMarked() {
        stage.evidence(id, EvidenceKind.RESULTS, "", "En av fyra", problem);
        long area = stage.area(id, "Schemat", stage.cause(id, "Ingen äger schemat", problem));
        decide(area);
        assertThat(stage.sends(stage.running.headTeacher, "/analyses/" + id + "/versions", "version", "0")
                        .getStatus())
                .isEqualTo(303);
        mark("analysis-part", problem);
        stage.does(
                stage.member,
                () -> stage.bean(Chains.class)
                        .change(
                                id,
                                problem,
                                0,
                                new PartDraft(PartKind.PROBLEM, "", "", "", "Schemat", "Ofarligt", "")));

        String comparison = "/analyses/" + id + "/versions/1/comparison";
        assertThat(stage.status(second, comparison)).isEqualTo(200);
        assertThat(stage.page(second, comparison)).doesNotContain(SECRET, "Ofarligt");
    }

    @Test
    void isTakenOverFromAMeetingWithItsMark() {
        long noted = paragraph();
        stage.does(
                stage.running.headTeacher,
                () -> stage.bean(Marks.class)
                        .mark(
                                "meeting-paragraph",
                                noted,
                                new MarkDraft(
                                        "OSL 39 kap. 2 §",
                                        new FreeText("Rör en anställds hälsa", ""),
                                        Optional.empty(),
                                        List.of(stage.member))));
        String sources = "/analyses/" + id + "/sources";
        assertThat(stage.page(second, sources)).doesNotContain(SECRET, "meeting:" + noted);
        assertThat(stage.page(stage.member, sources))
                .contains("meeting:" + noted)
                .doesNotContain(SECRET);

        assertThat(stage.sends(
                                stage.member,
                                sources,
                                "version",
                                "0",
                                "under",
                                Long.toString(problem),
                                "chosen",
                                "meeting:" + noted)
                        .getStatus())
                .isEqualTo(303);

        Part evidence = stage.chain(id).below(problem).getFirst();
        assertThat(evidence.title()).doesNotContain(SECRET).contains("sekretessmarkerat");
        assertThat(evidence.origin().orElseThrow().words()).contains(SECRET);
        String origin = "select words from analysis.origin where part = " + evidence.id();
        assertThat(rows(stage.running.headTeacher, origin)).hasSize(1);
        assertThat(rows(second, origin)).isEmpty();
        assertThat(stage.page(second, "/analyses/" + id + "/parts/" + evidence.id()))
                .contains("OSL 39 kap. 2 §")
                .doesNotContain(SECRET);
        assertThat(stage.running.told("mark.carried", stage.running.organiser)).isEqualTo(1);
    }

    private long paragraph() {
        long meeting = behind().sql("""
                        insert into meeting.meeting (partnership, unit, owner_organisation, organiser, name_sv, starts_at,
                            ends_at, made_by)
                        values (?, ?, ?, ?, 'Vad ser vi?', '2026-09-10T11:00Z', '2026-09-10T12:00Z', ?) returning id
                        """)
                .params(
                        stage.running.id,
                        stage.unit,
                        stage.running.agency,
                        stage.running.organiser,
                        stage.running.headTeacher)
                .query(Long.class)
                .single();
        return behind().sql("""
                        with written as (
                            insert into meeting.paragraph (meeting, scope, kind, made_by)
                            values (?, 'SHARED', 'NOTE', ?) returning id)
                        insert into meeting.paragraph_words select id, ? from written returning paragraph
                        """)
                .params(meeting, stage.running.headTeacher, SECRET)
                .query(Long.class)
                .single();
    }
}
