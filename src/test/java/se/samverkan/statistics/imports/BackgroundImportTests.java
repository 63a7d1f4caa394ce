package se.samverkan.statistics.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static se.samverkan.statistics.imports.InventedFiles.school;
import static se.samverkan.statistics.imports.InventedFiles.utf8;
import static se.samverkan.statistics.imports.InventedFiles.year9;

import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.shared.Progress;
import se.samverkan.statistics.Imports;
import se.samverkan.statistics.Receipt;
import se.samverkan.statistics.Receipt.Outcome;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;
import se.samverkan.testing.TestPeople;
import se.samverkan.testing.Visitor;

/** A file that is left to the job: tried out first, followed on its page, and read with the rights of whoever left it. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=file-imports")
class BackgroundImportTests {

    private static final String PASSWORD = "grytlock-harkrank-9";
    private static int next = 34000000;

    @LocalServerPort
    int port;

    @Autowired
    Imports imports;

    @Autowired
    ActingAs acting;

    @Autowired
    TestDatabase database;

    private TestPeople people;
    private String address;
    private long person;
    private BackgroundImports files;
    private int school;

    @BeforeEach
    void anAnalyst() {
        school = next += 10;
        people = new TestPeople(database);
        address = "analyst" + school + "@example.org";
        person = people.add("Ana Lys", address, PASSWORD);
        people.assign(person, Role.ANALYST);
        files = new BackgroundImports(imports, acting, database, person);
    }

    private byte[] file() {
        return utf8(year9(school(school, "45;73,4;90;221,5")));
    }

    @Test
    void triesAFileOutAndTakesItInOnceHoweverOftenItIsAskedFor() {
        UUID tried = files.receive(file(), "fil.csv");

        assertThat(files.ended(tried).outcome()).isEqualTo(Outcome.WOULD_DO);
        assertThat(units()).as("a dry run changes nothing").isZero();

        UUID taken = files.take(tried);

        assertThat(files.take(tried)).isEqualTo(taken);
        Receipt receipt = files.ended(taken);
        assertThat(receipt.outcome()).isEqualTo(Outcome.DONE);
        assertThat(receipt.dryRun()).isFalse();
        assertThat(receipt.count("added")).isEqualTo(4);
        assertThat(files.take(tried)).isEqualTo(taken);
        assertThat(files.receipt(tried).waiting())
                .as("the file is not kept longer than needed")
                .isFalse();
        assertThat(units()).isOne();
    }

    @Test
    void readsSeveralFilesInTheOrderTheyCame() {
        List<UUID> received = IntStream.range(0, 5)
                .mapToObj(i -> files.receive(utf8(year9(school(school + i, "45;73,4;90;221,5"))), i + ".csv"))
                .toList();
        received.forEach(files::ended);

        assertThat(people.behind()
                        .sql("select file_name from statistics.receipt where person = ? order by at")
                        .param(person)
                        .query(String.class)
                        .list())
                .containsExactly("0.csv", "1.csv", "2.csv", "3.csv", "4.csv");
    }

    @Test
    void showsOnThePageHowFarItHasComeAndGoesOnToTheReceipt() {
        Visitor analyst = signedIn();
        UUID tried = files.tried(file(), "fil.csv");
        UUID taken;
        try (Obstacle obstacle = files.obstacle()) {
            taken = files.take(tried);
            obstacle.meets();
            BackgroundImports.waitUntil(() -> step(taken).startsWith("import."));

            Visitor.Answer page = analyst.get("/imports/" + taken);
            assertThat(page.page().select("progress")).hasSize(1);
            assertThat(page.page().select("[data-hx-get=/imports/" + taken + "]"))
                    .isNotEmpty();
            assertThat(page.body()).contains("http-equiv=\"refresh\"");

            Visitor.Answer part = analyst.get("/imports/" + taken, "HX-Request", "true");
            assertThat(part.page().select("h1")).isEmpty();
            assertThat(part.page().select("#reading")).hasSize(1);

            assertThat(analyst.get("/imports").page().select("#receipts[data-hx-get]"))
                    .hasSize(1);
        }
        files.ended(taken);

        assertThat(analyst.get("/imports/" + taken, "HX-Request", "true").header("HX-Refresh"))
                .contains("true");
        assertThat(analyst.get("/imports/" + taken).body()).doesNotContain("http-equiv");
        assertThat(analyst.get("/imports").page().select("#receipts[data-hx-get]"))
                .isEmpty();
    }

    @Test
    void leadsRightToTheReceiptOfASmallFile() {
        files.tried(file(), "varm.csv");
        Visitor analyst = signedIn();

        Visitor.Answer sent = analyst.upload(
                analyst.get("/imports"), "form.drop", java.util.Map.of(), "file", "fil.csv", new String(file()));
        Visitor.Answer receipt = analyst.follow(sent);

        assertThat(receipt.page().select("form[action$=/taking]")).hasSize(1);
        Visitor.Answer taken = analyst.follow(analyst.submit(receipt, "form[action$=/taking]", java.util.Map.of()));
        assertThat(taken.page().select(".notice.success")).hasSize(1);
    }

    @Test
    void refusesWhatThePersonMayNotDoAnyMoreWhenItIsRead() {
        UUID tried = files.tried(file(), "fil.csv");
        UUID first;
        UUID second;
        try (Obstacle obstacle = files.obstacle()) {
            first = files.take(tried);
            obstacle.meets();
            second = files.receive(utf8(year9(school(school + 1, "45;73,4;90;221,5"))), "andra.csv");
            people.behind()
                    .sql("delete from access.assignment where person = ?")
                    .param(person)
                    .update();
        }

        assertThat(files.ended(second).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(files.rules(second)).singleElement().asString().startsWith("refusal.");
        assertThat(files.ended(first).outcome())
                .as("what had begun is finished")
                .isEqualTo(Outcome.DONE);
    }

    @Test
    void letsNobodyElseWaitBehindAFileWhosePersonHasLeft() {
        long other = people.add("Bo Kvar", "bo" + school + "@example.org");
        people.assign(other, Role.ANALYST);
        BackgroundImports others = new BackgroundImports(imports, acting, database, other);
        UUID tried = files.tried(file(), "fil.csv");
        UUID lost;
        UUID kept;
        try (Obstacle obstacle = files.obstacle()) {
            files.take(tried);
            obstacle.meets();
            lost = files.receive(utf8(year9(school(school + 1, "45;73,4;90;221,5"))), "andra.csv");
            kept = others.receive(utf8(year9(school(school + 2, "45;73,4;90;221,5"))), "tredje.csv");
            people.behind()
                    .sql("update access.person set left_on = '2020-01-01' where id = ?")
                    .param(person)
                    .update();
        }

        assertThat(others.ended(kept).outcome()).isEqualTo(Outcome.WOULD_DO);
        assertThat(others.ended(lost).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(others.rules(lost)).containsExactly("person-left");
    }

    @Test
    void listsFetchesAmongTheReceiptsForThoseWhoReadAllImportsOnly() {
        files.tried(file(), "fil.csv");
        String fetch =
                people.behind().sql("""
                insert into statistics.sync_run (person, ended_at, outcome, report)
                values (?, now(), 'DONE', '{"fetched": 9, "retried": 0, "nothing": 0, "givenUp": 0, "refused": 0,
                    "unitsAdded": 0, "unitsChanged": 0, "withoutOrganiser": 0, "added": 4100, "revised": 0,
                    "unchanged": 0}') returning id
                """).param(person).query(String.class).single();

        assertThat(signedIn()
                        .get("/imports")
                        .page()
                        .select("#receipts tbody th a")
                        .eachAttr("href"))
                .as("newest first")
                .startsWith("/sync/" + fetch)
                .anyMatch(address -> address.startsWith("/imports/"));

        Cast cast = new Cast(database);
        long organisation = cast.organisation("Egen " + school);
        people.behind()
                .sql("delete from access.assignment where person = ?")
                .param(person)
                .update();
        cast.assign(person, Role.ANALYST, organisation, null);
        assertThat(signedIn()
                        .get("/imports")
                        .page()
                        .select("#receipts tbody th a")
                        .eachAttr("href"))
                .as("one's own")
                .hasSize(1)
                .allMatch(address -> address.startsWith("/imports/"));
    }

    private String step(UUID receipt) {
        return acting.person(person, () -> imports.progress(receipt))
                .map(Progress.State::step)
                .orElse("");
    }

    private Visitor signedIn() {
        Visitor visitor = new Visitor(port);
        visitor.submit(
                visitor.get("/sign-in"),
                "form[action=/sign-in]",
                java.util.Map.of("email", address, "password", PASSWORD));
        return visitor;
    }

    private long units() {
        return files.count("select count(*) from organisation.unit where key = ?", Integer.toString(school));
    }
}
