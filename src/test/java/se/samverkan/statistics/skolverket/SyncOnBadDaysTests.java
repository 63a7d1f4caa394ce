package se.samverkan.statistics.skolverket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import se.samverkan.access.ActingAs;
import se.samverkan.organisation.Directory;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.Sync;
import se.samverkan.testing.SamverkanTest;

@SamverkanTest
class SyncOnBadDaysTests {

    private static final BadDayServer SERVER = new BadDayServer();
    private static final String MERIT = """
            {"status":"OK","body":{"averageGradesMeritRating9thGrade":[
              {"value":"%s","valueType":"%s","timePeriod":"2024/25"}]}}
            """;

    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry properties) {
        properties.add("samverkan.skolverket.url", SERVER::url);
        properties.add("samverkan.skolverket.timeout", () -> "700ms");
        properties.add("samverkan.skolverket.attempts", () -> "3");
        properties.add("samverkan.skolverket.first-pause", () -> "5ms");
        properties.add("samverkan.skolverket.patience", () -> "4");
    }

    @Autowired
    Sync sync;

    @Autowired
    ActingAs actingAs;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void threeSchools() {
        SERVER.forget();
        SERVER.says(Paths.REGISTER_UNITS, """
                {"data":{"attributes":[
                  {"schoolUnitCode":"10000001","name":"A","status":"AKTIV"},
                  {"schoolUnitCode":"10000002","name":"B","status":"AKTIV"},
                  {"schoolUnitCode":"10000003","name":"C","status":"AKTIV"},
                  {"schoolUnitCode":"10000009","name":"D","status":"UPPHORT"}]}}
                """);
        SERVER.says(Paths.listing("gr", 0), """
                {"status":"OK","body":{"_embedded":{"listedSchoolUnits":[
                  {"code":"10000001","name":"A","geographicalAreaCode":"0199","typeOfSchooling":[{"code":"gr"}]},
                  {"code":"10000002","name":"B","geographicalAreaCode":"0199","typeOfSchooling":[{"code":"gr"}]},
                  {"code":"10000003","name":"C","geographicalAreaCode":"0199","typeOfSchooling":[{"code":"gr"}]}]},
                  "page":{"totalPages":1}}}
                """);
        SERVER.says(Paths.listing("gy", 0), """
                {"status":"OK","body":{"_embedded":{"listedSchoolUnits":[]},"page":{"totalPages":0}}}
                """);
        for (int i = 1; i <= 3; i++) {
            String code = "1000000" + i;
            SERVER.says(Paths.registerUnit(code), """
                    {"data":{"schoolUnitCode":"%s","attributes":{"displayName":"Skolan %s","status":"AKTIV",
                      "schoolUnitType":"SKOLENHET","municipalityCode":"0199","schoolTypes":["GR"],
                      "email":"nobody@example.org","headMaster":"Nobody Here",
                      "addresses":[{"type":"BESOKSADRESS","streetAddress":"Agatan 1","postalCode":"123 45","locality":"Aby"}]}},
                     "included":{"attributes":{"organizationNumber":"2120009999","displayName":"Aby kommun",
                      "organizerType":"KOMMUN"}}}
                    """.formatted(code, code));
            SERVER.says(Paths.figures(code, "gr"), MERIT.formatted("20" + i + ",5", "EXISTS"));
        }
    }

    @AfterEach
    void endWhatGoesOn() {
        database.sql("delete from statistics.sync_answer").update();
        database.sql("""
                update statistics.sync_run set ended_at = now(), outcome = 'DONE' where outcome is distinct from 'DONE'
                """).update();
    }

    private Sync.Receipt fetch() {
        return actingAs.console(() -> sync.run((step, done, total) -> {}));
    }

    @Test
    void takesInTheRestWhenOneUnitNeverAnswers() {
        var broken = BadDayServer.status(500);
        SERVER.says(Paths.figures("10000002", "gr"), "{}", broken, broken, broken);

        Sync.Receipt receipt = fetch();

        assertThat(receipt.outcome()).isEqualTo("DONE");
        assertThat(receipt.counts().givenUp()).isOne();
        assertThat(receipt.troubles()).singleElement().satisfies(trouble -> {
            assertThat(trouble.path()).isEqualTo(Paths.figures("10000002", "gr"));
            assertThat(trouble.reason()).isEqualTo("reason.server-error");
            assertThat(trouble.details()).containsExactly("500");
        });
        assertThat(directory.unit("10000002")).isPresent();
    }

    @Test
    void saysWhatItRetriedAndTakesAddressesButNoPeople() {
        SERVER.says(
                Paths.figures("10000001", "gr"),
                MERIT.formatted("201,5", "EXISTS"),
                BadDayServer.busy(429, "0"),
                BadDayServer.cut());

        Sync.Receipt receipt = fetch();

        assertThat(receipt.counts().retried()).isOne();
        assertThat(receipt.counts().givenUp()).isZero();
        assertThat(database.sql(
                                "select address || postal_code || locality from organisation.unit where key = '10000001'")
                        .query(String.class)
                        .single())
                .isEqualTo("Agatan 112345Aby");
        assertThat(database.sql("select count(*) from statistics.sync_answer where state = 'FETCHED'")
                        .query(Long.class)
                        .single())
                .as("answers with people in them are thrown away")
                .isZero();
    }

    @Test
    void refusesAValueOfAKindNobodyKnowsAndSaysWhere() {
        SERVER.says(Paths.figures("10000003", "gr"), MERIT.formatted("1", "ROUNDED_SOMEHOW"));

        Sync.Receipt receipt = fetch();

        assertThat(receipt.counts().refused()).isOne();
        assertThat(receipt.troubles()).singleElement().satisfies(trouble -> {
            assertThat(trouble.field()).isEqualTo("averageGradesMeritRating9thGrade");
            assertThat(trouble.reason()).isEqualTo("rule.kind-unknown");
        });
    }

    @Test
    void keepsTheOldValueWhenAnAnswerChanges() {
        SERVER.says(Paths.figures("10000001", "gr"), MERIT.formatted("150,0", "EXISTS"));
        fetch();
        SERVER.says(Paths.figures("10000001", "gr"), MERIT.formatted("151,0", "EXISTS"));

        Sync.Receipt receipt = fetch();

        assertThat(receipt.counts().revised()).isOne();
        assertThat(receipt.counts().added()).isZero();
    }

    @Test
    void failsWithAReasonWhenTheApiIsAwayAndLaterGoesOnWithWhatItHad() {
        var silent = BadDayServer.silent();
        for (int i = 1; i <= 3; i++) {
            SERVER.says(Paths.registerUnit("1000000" + i), "{}", silent, silent, silent);
            SERVER.says(Paths.figures("1000000" + i, "gr"), "{}", silent, silent, silent);
        }
        SERVER.bodies.put(Paths.surveys("10000001"), "{}");

        Sync.Receipt away = fetch();

        assertThat(away.outcome()).isEqualTo("FAILED");
        assertThat(away.reason()).isEqualTo("silent");

        threeSchools();
        Sync.Receipt back = fetch();

        assertThat(back.id()).isEqualTo(away.id());
        assertThat(back.outcome()).isEqualTo("DONE");
        assertThat(back.takenUp()).isEqualTo(2);
        assertThat(SERVER.asked).as("what was there is not asked for again").doesNotContain(Paths.REGISTER_UNITS);
    }

    @Test
    void goesOnAfterAStopInTheMiddle() throws InterruptedException {
        var silent = BadDayServer.silent();
        SERVER.says(Paths.figures("10000002", "gr"), MERIT.formatted("202,5", "EXISTS"), silent, silent);
        Thread first = Thread.ofVirtual()
                .start(() -> assertThatThrownBy(this::fetch).isInstanceOf(SkolverketSync.Interrupted.class));
        while (!SERVER.asked.contains(Paths.figures("10000002", "gr"))) {
            Thread.sleep(20);
        }
        Thread.sleep(600);
        first.interrupt();
        first.join();
        SERVER.asked.clear();

        Sync.Receipt receipt = fetch();

        assertThat(receipt.takenUp()).isEqualTo(2);
        assertThat(receipt.outcome()).isEqualTo("DONE");
        assertThat(SERVER.asked).contains(Paths.figures("10000002", "gr")).doesNotContain(Paths.REGISTER_UNITS);
    }

    @Test
    void letsNobodyFetchWhoMayNotImport() {
        assertThatThrownBy(sync::start)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_ALLOWED));
    }
}
