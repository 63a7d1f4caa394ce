package se.samverkan.statistics.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static se.samverkan.shared.Progress.Watcher.NOBODY;
import static se.samverkan.statistics.imports.InventedFiles.school;
import static se.samverkan.statistics.imports.InventedFiles.utf8;
import static se.samverkan.statistics.imports.InventedFiles.year9;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.statistics.Imports;
import se.samverkan.statistics.Receipt;
import se.samverkan.statistics.Receipt.Outcome;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;
import se.samverkan.testing.TestPeople;

/** Whatever happens while a file is read: all of it is there or nothing, a plain sentence says so, and it can be read again. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=file-imports")
class ImportOnBadDaysTests {

    private static int next = 35000000;

    @Autowired
    Imports imports;

    @Autowired
    ActingAs acting;

    @Autowired
    TestDatabase database;

    private BackgroundImports files;
    private long person;
    private int school;

    @BeforeEach
    void anAnalyst() {
        school = next += 10;
        TestPeople people = new TestPeople(database);
        person = people.add("Ana Lys", "bad" + school + "@example.org");
        people.assign(person, Role.ANALYST);
        files = new BackgroundImports(imports, acting, database, person);
    }

    private byte[] file() {
        return utf8(year9(school(school, "45;73,4;90;221,5")));
    }

    @Test
    void aDatabaseThatBreaksOffInTheMiddleLeavesNothingBehindAndTheFileCanBeReadAgain() {
        UUID tried = files.tried(file(), "fil.csv");
        UUID taken;
        try (Obstacle obstacle = files.obstacle()) {
            taken = files.take(tried);
            obstacle.endsTheBackendBeforeIt();
            assertThat(files.ended(taken).outcome()).isEqualTo(Outcome.FAILED);
        }
        assertThat(files.rules(taken)).containsExactly("database-lost");
        assertThat(traces()).isZero();

        files.readAgain(taken);

        assertThat(files.ended(taken).outcome()).isEqualTo(Outcome.DONE);
        assertThat(files.receipt(taken).lines()).isEmpty();
        assertThat(traces()).isPositive();
    }

    @Test
    void aCommandWhoseDatabaseBreaksOffGetsAReceiptThatSaysSo() throws Exception {
        try (ExecutorService others = Executors.newVirtualThreadPerTaskExecutor();
                Obstacle obstacle = files.obstacle()) {
            var command = others.submit(this::take);
            obstacle.endsTheBackendBeforeIt();

            Receipt receipt = command.get();

            assertThat(receipt.outcome()).isEqualTo(Outcome.FAILED);
            assertThat(receipt.isRefused()).isTrue();
            assertThat(traces()).isZero();
        }
        assertThat(take().outcome()).isEqualTo(Outcome.DONE);
    }

    /** The disk is the database's, so it is the database that says so; here a trigger says it in its words. */
    @Test
    void aFullDiskLeavesNothingBehindAndSaysWhoCanHelp() {
        UUID tried = files.tried(file(), "fil.csv");
        files.behind().sql("""
                create function statistics.no_room() returns trigger language plpgsql as $$
                begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$
                """).update();
        files.behind().sql("""
                create trigger no_room before insert on statistics.observation
                for each statement execute function statistics.no_room()
                """).update();
        UUID taken;
        try {
            taken = files.take(tried);
            assertThat(files.ended(taken).outcome()).isEqualTo(Outcome.FAILED);
            assertThat(files.rules(taken)).containsExactly("disk-full");
            assertThat(take().lines()).extracting(Receipt.Line::rule).containsExactly("disk-full");
            assertThat(traces()).isZero();
        } finally {
            files.behind().sql("drop function statistics.no_room cascade").update();
        }

        files.readAgain(taken);

        assertThat(files.ended(taken).outcome()).isEqualTo(Outcome.DONE);
    }

    @Test
    void twoWhoReadTheSameFileAtOnceReadItOnce() throws Exception {
        try (ExecutorService both = Executors.newVirtualThreadPerTaskExecutor();
                Obstacle obstacle = files.obstacle()) {
            Callable<Receipt> take = this::take;
            var first = both.submit(take);
            var second = both.submit(take);
            obstacle.meets();
            obstacle.close();

            assertThat(List.of(first.get().outcome(), second.get().outcome()))
                    .containsExactlyInAnyOrder(Outcome.DONE, Outcome.KNOWN_ALREADY);
        }
        assertThat(files.count("select count(*) from organisation.unit where key = ?", Integer.toString(school)))
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE w [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                        + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">"
                        + "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">"
                        + "<!ENTITY g \"&f;&f;&f;&f;&f;&f;&f;&f;&f;&f;\"><!ENTITY x \"&g;&g;&g;&g;&g;&g;&g;&g;&g;&g;\">]>",
                "<!DOCTYPE w [<!ENTITY x SYSTEM \"file:///etc/hostname\">]>",
                "<!DOCTYPE w [<!ENTITY x SYSTEM \"http://127.0.0.1:9/x\">]>"
            })
    void refusesAWorkbookThatUnfoldsOrReachesOutAndQuickly(String declaration) throws IOException {
        for (String part : List.of("xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/workbook.xml")) {
            byte[] evil = withDeclaration(
                    InventedFiles.workbook(year9(school(school, "45;73,4;90;221,5"))), part, declaration);

            Receipt receipt = assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> as(() -> imports.take(new ByteArrayInputStream(evil), "elak.xlsx", NOBODY)));

            assertThat(receipt.outcome()).as(part).isEqualTo(Outcome.REFUSED);
            assertThat(receipt.lines()).extracting(Receipt.Line::rule).containsExactly("declarations");
        }
        assertThat(traces()).isZero();
    }

    @Test
    void refusesAFileOfTwoHundredMegabytesWithoutKeepingAnyOfIt() {
        long before = files.count("select coalesce(sum(length(waiting)), 0) from statistics.receipt");

        UUID id = as(() -> imports.receive(new Megabytes(200), "stor.csv"));

        assertThat(files.receipt(id).outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(files.rules(id)).containsExactly("too-large");
        assertThat(files.count("select coalesce(sum(length(waiting)), 0) from statistics.receipt"))
                .isEqualTo(before);
    }

    /** So many megabytes of a table. */
    private static final class Megabytes extends InputStream {

        private long left;

        Megabytes(int megabytes) {
            this.left = megabytes * 1024L * 1024;
        }

        @Override
        public int read() {
            return left-- > 0 ? ';' : -1;
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            int some = (int) Math.min(left, length);
            java.util.Arrays.fill(buffer, from, from + some, (byte) ';');
            left -= some;
            return some == 0 ? -1 : some;
        }
    }

    /** The workbook with a declaration in one of its parts, and the entity used where a text can stand. */
    private static byte[] withDeclaration(byte[] workbook, String part, String declaration) throws IOException {
        ByteArrayOutputStream changed = new ByteArrayOutputStream();
        Path whole = Files.write(Files.createTempFile("workbook", ".xlsx"), workbook);
        try (ZipFile in = new ZipFile(whole.toFile());
                ZipOutputStream out = new ZipOutputStream(changed)) {
            for (ZipEntry entry : in.stream().toList()) {
                byte[] content = in.getInputStream(entry).readAllBytes();
                out.putNextEntry(new ZipEntry(entry.getName()));
                out.write(
                        entry.getName().equals(part)
                                ? declared(new String(content, StandardCharsets.UTF_8), declaration)
                                : content);
            }
        } finally {
            Files.delete(whole);
        }
        return changed.toByteArray();
    }

    private static byte[] declared(String xml, String declaration) {
        String head = xml.startsWith("<?xml") ? xml.substring(0, xml.indexOf("?>") + 2) : "";
        return utf8(head + declaration + xml.substring(head.length()).replaceFirst("<t>|<v>|name=\"", "$0&x;"));
    }

    private long traces() {
        return files.count("""
                select (select count(*) from organisation.unit where key = ?)
                     + (select count(*) from statistics.subject s join organisation.unit u on u.id = s.unit where u.key = ?)
                     + (select count(*) from statistics.receipt where person = ? and import is not null)
                """, Integer.toString(school), Integer.toString(school), person);
    }

    private Receipt take() {
        return as(() -> imports.take(new ByteArrayInputStream(file()), "fil.csv", NOBODY));
    }

    private <T> T as(java.util.function.Supplier<T> deed) {
        return acting.person(person, deed);
    }
}
