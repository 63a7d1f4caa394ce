package se.samverkan.browser;

import static se.samverkan.shared.Progress.Watcher.NOBODY;
import static se.samverkan.statistics.imports.InventedFiles.school;
import static se.samverkan.statistics.imports.InventedFiles.utf8;
import static se.samverkan.statistics.imports.InventedFiles.year9;

import java.io.ByteArrayInputStream;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.statistics.Imports;
import se.samverkan.testing.TestDatabases.TestDatabase;

/**
 * A real database, as opposed to a demonstration, in which files have been imported with every outcome and fetches have
 * been made. What goes on for ever here is written past the doors, so that it stands still to be looked at.
 */
@TestComponent
class RealWorld implements World {

    private static final byte[] GOOD =
            utf8(year9(school(37000001, "45;73,4;~100;221,5"), school(37000002, "..;.;..;..")));

    private final Imports imports;
    private final ActingAs acting;
    private final JdbcClient behind;
    private final Map<String, String> places = new HashMap<>();
    private long person;

    RealWorld(Imports imports, ActingAs acting, TestDatabase database) {
        this.imports = imports;
        this.acting = acting;
        this.behind = JdbcClient.create(database.asOwner());
    }

    @Override
    public synchronized void settle() {
        if (places.isEmpty()) {
            Residents.settle(behind);
            person = behind.sql("select id from access.person where email = ?")
                    .param(Residents.email(Role.ADMINISTRATOR))
                    .query(Long.class)
                    .single();
            files();
            filesThatStandStill();
            fetches();
        }
    }

    @Override
    public String place(String path) {
        String filled = path;
        for (Map.Entry<String, String> place : places.entrySet()) {
            filled = filled.replace("{" + place.getKey() + "}", place.getValue());
        }
        return filled;
    }

    private void files() {
        take("done", GOOD, "Grundskola - Slutbetyg årskurs 9, samtliga elever 2025 Skolenhet.csv");
        take("known", GOOD, "Kopia av Slutbetyg.csv");
        tryOut(
                "tried",
                utf8(year9(school(37000001, "46;73,4;~100;221,5"), school(37000003, "30;80;90;230"))),
                "Slutbetyg rättad.csv");
        tryOut(
                "errors",
                utf8(year9(
                        school(37000001, "45;abc;92;221,5"),
                        school(37000002, "30;80;190;=1+1"),
                        ";37999999;;;;;;1;2;3;4")),
                "Slutbetyg med fel.csv");
        tryOut("unreadable", utf8("<!DOCTYPE html><html><title>Logga in</title></html>"), "nedladdning.xlsx");
    }

    private void take(String name, byte[] file, String fileName) {
        places.put(
                name,
                acting.person(
                        person,
                        () -> imports.take(new ByteArrayInputStream(file), fileName, NOBODY)
                                .id()
                                .toString()));
    }

    private void tryOut(String name, byte[] file, String fileName) {
        places.put(
                name,
                acting.person(
                        person,
                        () -> imports.tryOut(new ByteArrayInputStream(file), fileName, NOBODY)
                                .id()
                                .toString()));
    }

    private void filesThatStandStill() {
        String reading = progress("import", "import.figures", 4_100, 6_856);
        places.put("reading", receipt("Slutbetyg 2024.csv", "RECEIVED", "'" + reading + "'"));
        places.put("queued", receipt("Slutbetyg 2023.csv", "RECEIVED", "null"));
        places.put("failed", receipt("Slutbetyg 2022.csv", "FAILED", "null"));
        behind.sql(
                        "insert into statistics.receipt_line (receipt, number, rule, severity) values (?::uuid, 1, 'disk-full', 'ERROR')")
                .param(places.get("failed"))
                .update();
    }

    private String receipt(String file, String outcome, String progress) {
        return one("""
                insert into statistics.receipt (person, file_name, file_size, dry_run, outcome, checksum, understood, waiting, progress)
                values (%d, '%s', 250000, true, '%s', sha256('x'), '{}', '', %s) returning id
                """.formatted(person, file, outcome, progress));
    }

    private void fetches() {
        places.put("fetched", one("""
                insert into statistics.sync_run (person, taken_up, started_at, ended_at, outcome, report)
                values (%d, 2, now() - interval '40 minutes', now() - interval '38 minutes', 'DONE',
                    '{"fetched": 2296, "retried": 14, "nothing": 102, "givenUp": 1, "refused": 1, "unitsAdded": 1940,
                      "unitsChanged": 0, "withoutOrganiser": 3, "added": 70412, "revised": 12, "unchanged": 0}') returning id
                """.formatted(person)));
        behind.sql("""
                insert into statistics.sync_refusal (run, number, path, field, value, reason)
                values (?::uuid, 1, 'planned-educations/v3/school-units/37000001/statistics/gr', 'averageGradesMeritRating9thGrade',
                    'ROUNDED_SOMEHOW', 'kind-unknown')
                """).param(places.get("fetched")).update();
        places.put("fetch-failed", one("""
                insert into statistics.sync_run (person, taken_up, started_at, ended_at, outcome, reason, details)
                values (%d, 1, now() - interval '60 minutes', now() - interval '55 minutes', 'FAILED', 'silent', '["30"]')
                returning id
                """.formatted(person)));
        places.put("fetching", one("""
                insert into statistics.sync_run (person, taken_up) values (%d, 1) returning id
                """.formatted(person)));
        progress("sync", "sync.units", 1_204, 2_296);
    }

    /** Work of which is heard for longer than any test lasts. */
    private String progress(String work, String step, long done, long total) {
        return one("""
                insert into shared.progress (work, started_by, step, done, total, touched_at)
                values ('%s', %d, '%s', %d, %d, now() + interval '1 day') returning id
                """.formatted(work, person, step, done, total));
    }

    private String one(String sql) {
        return behind.sql(sql).query(String.class).single();
    }
}
