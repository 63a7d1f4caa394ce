package se.samverkan.shared.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.TestDatabases;
import se.samverkan.testing.TestDatabases.TestDatabase;

class BackupTests {

    private static final Backups.Listener NOBODY = (table, done, total) -> {};

    @TempDir
    Path folder;

    private final TestDatabase original = TestDatabases.fresh();
    private final TestDatabase copy = TestDatabases.untouched();

    @Test
    void bringsBackEveryTableEveryRowAndEveryCounter() throws Exception {
        addPeople(original, 40);
        addPreviousYearsLog(original);
        Path file = folder.resolve("backup.zip");

        Backups.Copied written = backups(original).write(file, NOBODY);
        Backups.Copied restored = backups(copy).restore(file, NOBODY);

        assertThat(restored).isEqualTo(written);
        assertThat(fingerprints(copy)).isEqualTo(fingerprints(original)).hasSizeGreaterThan(15);
        assertThat(counters(copy)).isEqualTo(counters(original));
        addPeople(copy, 1);
    }

    @Test
    void copiesOneMomentWhileOthersGoOnWriting() throws Exception {
        AtomicBoolean enough = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            while (!enough.get()) {
                addPeople(original, 1);
            }
        });
        Path file = folder.resolve("backup.zip");
        backups(original).write(file, (table, done, total) -> pause());
        enough.set(true);
        writer.join();
        backups(copy).restore(file, NOBODY);

        JdbcClient restored = JdbcClient.create(copy.asOwner());
        long people = count(restored, "select count(*) from access.person where email like 'person%'");
        assertThat(people)
                .isLessThan(count(
                        JdbcClient.create(original.asOwner()),
                        "select count(*) from access.person where email like 'person%'"));
        assertThat(count(
                        restored,
                        "select count(*) from access.assignment a join access.person p on p.id = a.person "
                                + "where p.email like 'person%'"))
                .isEqualTo(people);
    }

    @Test
    void letsOnlyTheOwnerOfTheFileReadIt() throws IOException {
        Path file = folder.resolve("backup.zip");

        backups(original).write(file, NOBODY);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(folder).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void doesNotWriteOverAFile() throws IOException {
        Path file = Files.createFile(folder.resolve("backup.zip"));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> backups(original).write(file, NOBODY))
                .withMessageContaining("backup.refusal.exists");
    }

    @Test
    void refusesADatabaseThatIsNotEmpty() {
        Path file = folder.resolve("backup.zip");
        backups(original).write(file, NOBODY);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> backups(TestDatabases.fresh()).restore(file, NOBODY))
                .withMessageContaining("backup.refusal.not-empty");
    }

    @Test
    void leavesNothingOfADamagedFileAndThenTakesAWholeOne() throws IOException {
        addPeople(original, 3);
        Path file = folder.resolve("backup.zip");
        backups(original).write(file, NOBODY);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> backups(copy).restore(withOneLetterChanged(file), NOBODY))
                .withMessageContaining("backup.refusal.damaged");
        assertThat(count(JdbcClient.create(copy.asOwner()), "select count(*) from access.person where not service"))
                .isZero();

        backups(copy).restore(file, NOBODY);
        assertThat(fingerprints(copy)).isEqualTo(fingerprints(original));
    }

    /** As a full disk, a broken copy or a bad stick leaves a file: cut short anywhere, or with one byte turned. */
    @ParameterizedTest
    @ValueSource(strings = {"empty", "cut to a half", "cut by a byte", "people", "contents", "directory"})
    void saysThatAFileIsDamagedAndLeavesNothingOfIt(String how) throws IOException {
        addPeople(original, 3);
        Path file = folder.resolve("backup.zip");
        backups(original).write(file, NOBODY);
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, damaged(whole, how));

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> backups(copy).restore(file, NOBODY))
                .withMessageContaining("backup.refusal.damaged");

        Files.write(file, whole);
        backups(copy).restore(file, NOBODY);
        assertThat(fingerprints(copy)).isEqualTo(fingerprints(original));
    }

    private static byte[] damaged(byte[] whole, String how) {
        byte[] turned = whole.clone();
        return switch (how) {
            case "empty" -> new byte[0];
            case "cut to a half" -> Arrays.copyOf(whole, whole.length / 2);
            case "cut by a byte" -> Arrays.copyOf(whole, whole.length - 1);
            default -> {
                turned[
                        switch (how) {
                            case "people" -> afterName(whole, "tables/access.person.copy") + 20;
                            case "contents" -> afterName(whole, BackupContents.ENTRY) + 20;
                            default -> lastDirectoryEntry(whole) + 16;
                        }] ^= 0x20;
                yield turned;
            }
        };
    }

    /** Where the content of an entry begins: after its name, the first time that this stands in the file. */
    private static int afterName(byte[] zip, String name) {
        return new String(zip, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf(name) + name.length();
    }

    /** Where the last entry of the directory at the end of the file begins; its sum stands 16 bytes on. */
    private static int lastDirectoryEntry(byte[] zip) {
        for (int at = zip.length - 46; at > 0; at--) {
            if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2) {
                return at;
            }
        }
        throw new AssertionError("no directory in the file");
    }

    @Test
    void refusesABackupOfANewerProgram() throws IOException {
        Path file = folder.resolve("backup.zip");
        backups(original).write(file, NOBODY);
        String newest = RoomMigrations.ROOMS.getLast();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> backups(copy)
                        .restore(
                                rewritten(file, BackupContents.ENTRY, "(\"" + newest + "\" : )\"\\d+\"", "$1\"999\""),
                                NOBODY))
                .withMessageContaining("backup.refusal.newer");
        assertThat(count(
                        JdbcClient.create(copy.asOwner()),
                        "select count(*) from pg_namespace where nspname = 'shared'"))
                .isZero();
    }

    private static Backups backups(TestDatabase database) {
        return new Backups(new DatabaseAccess(
                database.url(), "samverkan_app", database.password(), "samverkan_owner", database.password()));
    }

    private static void addPeople(TestDatabase database, int number) {
        JdbcClient owner = JdbcClient.create(database.asOwner());
        for (int n = 0; n < number; n++) {
            owner.sql("""
                    with made as (
                        insert into access.person (name, email)
                        values (E'Åsa\\tÖberg\\n\\\\N', 'person' || gen_random_uuid()) returning id)
                    insert into access.assignment (person, role, valid_from)
                    select id, 'ANALYST', '2020-01-01' from made""").update();
            owner.sql("select records.append(0, 'person.added', 'person', '1', 'Åsa Öberg', '[]')")
                    .query(Long.class)
                    .single();
        }
    }

    private static void addPreviousYearsLog(TestDatabase database) {
        JdbcClient.create(database.asOwner())
                .sql("call records.create_audit_partition(2019)")
                .update();
    }

    private static Map<String, String> fingerprints(TestDatabase database) {
        return inspect(database, (catalogue, client) -> {
            Map<String, String> found = new LinkedHashMap<>();
            for (BackupContents.Table table : catalogue.tables()) {
                found.put(
                        table.name(),
                        client.sql("select count(*) || ' ' || coalesce(md5(string_agg(r, '|' order by r)), '') "
                                        + "from (select t::text collate \"C\" as r from " + table.name() + " t) rows")
                                .query(String.class)
                                .single());
            }
            return found;
        });
    }

    private static Object counters(TestDatabase database) {
        return inspect(database, (catalogue, client) -> catalogue.sequences());
    }

    private static <T> T inspect(TestDatabase database, java.util.function.BiFunction<Catalogue, JdbcClient, T> look) {
        try (Connection connection = database.asOwner().getConnection()) {
            return look.apply(new Catalogue(connection), JdbcClient.create(database.asOwner()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static long count(JdbcClient client, String sql) {
        return client.sql(sql).query(Long.class).single();
    }

    private Path withOneLetterChanged(Path file) throws IOException {
        return rewritten(file, "tables/access.person.copy", "Åsa", "Isa");
    }

    private Path rewritten(Path file, String name, String what, String with) throws IOException {
        Path target = folder.resolve("changed.zip");
        try (ZipFile from = new ZipFile(file.toFile());
                OutputStream to = Files.newOutputStream(target);
                ZipOutputStream zip = new ZipOutputStream(to)) {
            for (ZipEntry entry : from.stream().toList()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                byte[] bytes = from.getInputStream(entry).readAllBytes();
                String text = new String(bytes, java.nio.charset.StandardCharsets.UTF_8);
                zip.write(
                        entry.getName().equals(name)
                                ? text.replaceFirst(what, with).getBytes(java.nio.charset.StandardCharsets.UTF_8)
                                : bytes);
            }
        }
        return target;
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
