package se.samverkan.partnership.takeover;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.partnership.CaseStage;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Standing;
import se.samverkan.partnership.course.Course;
import se.samverkan.partnership.course.Decision;
import se.samverkan.partnership.course.DecisionKind;
import se.samverkan.partnership.staffing.CasePeople;
import se.samverkan.partnership.takeover.TakingOverFiles.Taken;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Words;
import se.samverkan.testing.SamverkanTest;

/** A case that runs in Word and Excel, taken over from a file: tried out without a trace, then taken over whole. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=partnership")
class TakeoverFileTests {

    private static final String COUNTED = "select (select count(*) from partnership.partnership)"
            + " + (select count(*) from partnership.decision) + (select count(*) from partnership.phase_begun)"
            + " + (select count(*) from access.person) + (select count(*) from access.assignment)"
            + " + (select count(*) from records.audit_entry)";

    @Autowired
    WebApplicationContext application;

    private CaseStage stage;
    private LocalDate started;
    private String organiser;
    private String first;
    private String second;
    private String email;

    @BeforeEach
    void anOffice() {
        stage = new CaseStage(application);
        started = stage.draft().started();
        organiser = key("organisation", stage.organiser);
        first = key("unit", stage.first);
        second = key("unit", stage.second);
        email = "p" + UUID.randomUUID() + "@prov.example";
    }

    @Test
    void isTriedOutWithoutATrace() {
        long before = count();
        Trial trial = tryOut(csv(good()));
        assertThat(trial.problems()).isZero();
        assertThat(trial.plan()).isPresent();
        assertThat(trial.rows()).extracting(Trial.Told::sheet).contains(FileSheet.values());
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void isTakenOverWithItsPastAndItsPeopleAndNamesTheFileInTheLog() {
        Taken taken = take(csv(good()));

        PartnershipView read = stage.read(taken.partnership());
        assertThat(read.standing()).isEqualTo(Standing.RUNNING);
        assertThat(read.units()).hasSize(2);
        assertThat(stage.as(stage.officer, () -> stage.bean(Course.class).decisions(taken.partnership())))
                .filteredOn(decision -> decision.unit().isEmpty())
                .extracting(Decision::kind)
                .containsExactlyInAnyOrder(
                        DecisionKind.STARTED, DecisionKind.ACCEPTED, DecisionKind.PAUSED, DecisionKind.RESUMED);
        assertThat(stage.as(stage.officer, () -> stage.bean(Course.class).phasesBegun(taken.partnership())))
                .allSatisfy((unit, phases) -> assertThat(phases).containsValue(started));
        assertThat(stage.as(stage.officer, () -> stage.bean(CasePeople.class).today(taken.partnership())))
                .anySatisfy(person -> {
                    assertThat(person.role()).isEqualTo(Role.PROCESS_FACILITATOR);
                    assertThat(person.name().name()).isEqualTo("Petra Processtöd");
                });
        assertThat(taken.invited()).extracting(TakingOverFiles.Invited::email).containsExactly(email);
        assertThat(taken.invited().getFirst().link()).isNotBlank();
        assertThat(stage.cast
                        .behind()
                        .sql("""
                                select count(*) from records.audit_entry
                                where what = 'partnership.taken-over' and subject_id = ? and organisation = ?
                                """)
                        .params(Long.toString(taken.partnership()), stage.office)
                        .query(Long.class)
                        .single())
                .isOne();
        assertThat(stage.page(stage.officer, "/" + taken.partnership())).contains("Åkommunen");
    }

    @Test
    void isReadFromAWorkbookAsItIsFromCsv() {
        Trial trial = tryOut(workbook(good()));
        assertThat(trial.problems()).isZero();
        assertThat(trial.plan().orElseThrow().people()).hasSize(1);
        assertThat(take(workbook(good())).partnership()).isPositive();
    }

    @Test
    void isReadAsExcelWritesInSweden() {
        byte[] content = csv(good());
        byte[] windows = new String(content, StandardCharsets.UTF_8).getBytes(Charset.forName("windows-1252"));
        assertThat(tryOut(windows).problems()).isZero();
    }

    @Test
    void readsTheTemplateThatItHandsOut() {
        FileTemplate template = new FileTemplate(new Words(application.getBean(MessageSource.class), Words.SWEDISH));
        FileTemplate english = new FileTemplate(new Words(application.getBean(MessageSource.class), Words.ENGLISH));
        for (byte[] empty : List.of(template.csv(), template.xlsx(), english.csv(), english.xlsx())) {
            assertThat(tryOut(empty).missing())
                    .extracting(Refusal::reason)
                    .containsExactly("partnership.takeover.file.refusal.one-case");
        }
    }

    @Test
    void tellsEveryRowThatIsWrongAndWhatToDo() {
        List<List<String>> rows = List.of(
                List.of("Ärende"),
                List.of("Huvudman", "Program", "Startade", "Anteckning"),
                List.of(organiser, "ksbs", started.toString(), ""),
                List.of("Enheter"),
                List.of("Enhet"),
                List.of(first),
                List.of("99999999"),
                List.of("Faser"),
                List.of("Enhet", "Fas", "Dag"),
                List.of("", "Inventering", started.toString()),
                List.of("", stage.phase(1).key(), started.toString()),
                List.of("Beslut"),
                List.of("Dag", "Beslut"),
                List.of("i våras", "Pausad"),
                List.of(started.plusDays(3).toString(), "Återupptagen"),
                List.of("Personer"),
                List.of("Namn", "E-post", "Roll", "Från"),
                List.of("Petra", "petra", "Processtödjare", started.toString()),
                List.of("Sam", email, "Samordnare", started.toString()));
        Trial trial = tryOut(csv(rows));
        assertThat(trial.plan()).isEmpty();
        assertThat(trial.rows().stream().flatMap(row -> row.problem().stream()))
                .extracting(Refusal::reason)
                .containsExactly(
                        "partnership.takeover.file.refusal.unit",
                        "partnership.takeover.file.refusal.phase",
                        "partnership.takeover.file.refusal.phase-order",
                        "partnership.takeover.file.refusal.day",
                        "partnership.takeover.file.refusal.decision-order",
                        "partnership.takeover.file.refusal.email",
                        "partnership.takeover.file.refusal.role");
        long before = count();
        assertThat(stage.reason(stage.officer, () -> files().take("fil.csv", csv(rows))))
                .isEqualTo("partnership.takeover.file.refusal.problems");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertThat(reason("Hemligt\nA;B\n1;2\n")).isEqualTo("partnership.takeover.file.refusal.sheet");
        assertThat(reason("Ärende\nHuvudman;Skostorlek\nX;42\n")).isEqualTo("partnership.takeover.file.refusal.column");
        assertThat(reason("PK\u0003\u0004 inget arkiv")).isEqualTo("partnership.takeover.file.refusal.broken");
        assertThat(stage.reason(stage.officer, () -> files().tryOut("stor.csv", new byte[2 * 1024 * 1024])))
                .isEqualTo("partnership.takeover.file.refusal.large");
    }

    @Test
    void takesNobodyInWhenTheLastPersonIsRefused() {
        List<List<String>> rows = new java.util.ArrayList<>(good());
        rows.add(rows.getLast());
        long before = count();
        assertThat(stage.reason(stage.officer, () -> files().take("fil.csv", csv(rows))))
                .isEqualTo("partnership.staffing.refusal.twice");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void isForThoseWhoRunPartnerships() {
        for (long other : List.of(stage.coordinator, stage.headTeacher)) {
            assertThat(stage.reason(other, () -> files().tryOut("fil.csv", csv(good()))))
                    .isEqualTo("refusal.verb.RUN_PARTNERSHIP");
            assertThat(stage.reason(other, () -> files().take("fil.csv", csv(good()))))
                    .isEqualTo("refusal.verb.RUN_PARTNERSHIP");
        }
        assertThat(stage.page(stage.officer, "/takeover/file")).contains("Provläs filen");
    }

    private List<List<String>> good() {
        String paused = started.plusDays(5).toString();
        String resumed = started.plusDays(9).toString();
        return List.of(
                List.of("Ärende"),
                List.of("Huvudman", "Program", "Kontor", "Första terminen", "Startade", "Anteckning"),
                List.of(organiser, "ksbs", "", "", started.toString(), "Började i Word."),
                List.of("Enheter"),
                List.of("Enhet", "Namn"),
                List.of(first, "Ekskolan"),
                List.of(second, "Björkskolan"),
                List.of("Faser"),
                List.of("Enhet", "Fas", "Dag"),
                List.of("", stage.phase(0).name().sv(), started.toString()),
                List.of("Beslut"),
                List.of("Dag", "Beslut", "Mandat", "Anteckning"),
                List.of(started.minusDays(20).toString(), "Tackade ja", "Barn- och utbildningsnämnden § 12", ""),
                List.of(paused, "Pausad", "", "Rektorsbyte."),
                List.of(resumed, "Återupptagen", "", ""),
                List.of("Personer"),
                List.of("Namn", "E-post", "Roll", "Enhet", "Från", "Till"),
                List.of("Petra Processtöd", email, role(Role.PROCESS_FACILITATOR), "", started.toString(), ""));
    }

    private String role(Role role) {
        return application.getBean(MessageSource.class).getMessage("role." + role, null, Locale.of("sv"));
    }

    private static byte[] csv(List<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        rows.forEach(row -> text.append(String.join(";", row)).append("\r\n"));
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The same rows, with a sheet where a row has one cell and the next are its headings. */
    private static byte[] workbook(List<List<String>> rows) {
        java.io.ByteArrayOutputStream out = new java.io.ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "Prov", "1.0")) {
            Worksheet sheet = null;
            int below = 0;
            for (int i = 0; i < rows.size(); i++) {
                List<String> row = rows.get(i);
                boolean begins = row.size() == 1 && i + 1 < rows.size() && isSheet(row.getFirst());
                if (begins) {
                    sheet = book.newWorksheet(row.getFirst());
                    below = 0;
                } else if (sheet != null) {
                    Worksheet to = sheet;
                    int line = below++;
                    IntStream.range(0, row.size()).forEach(place -> to.value(line, place, row.get(place)));
                }
            }
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    private static boolean isSheet(String name) {
        return List.of("Ärende", "Enheter", "Faser", "Beslut", "Personer").contains(name);
    }

    private String reason(String text) {
        return stage.reason(stage.officer, () -> files().tryOut("fil.csv", text.getBytes(StandardCharsets.UTF_8)));
    }

    private Trial tryOut(byte[] content) {
        return stage.as(stage.officer, () -> files().tryOut("fil.csv", content));
    }

    private Taken take(byte[] content) {
        return stage.as(stage.officer, () -> files().take("fil.csv", content));
    }

    private TakingOverFiles files() {
        return stage.bean(TakingOverFiles.class);
    }

    private long count() {
        return stage.cast.behind().sql(COUNTED).query(Long.class).single();
    }

    private String key(String table, long id) {
        return stage.cast
                .behind()
                .sql("select key from organisation." + table + " where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
