package se.samverkan.shared.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.testing.Cast;
import se.samverkan.testing.TestDatabases;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** What was written before words and files were moved to rows of their own is there afterwards, byte by byte. */
class CarriedRowsTests {

    private static final int TWO_PARTS_AND_A_HALF = 2 * 1024 * 1024 + 512 * 1024;

    private final TestDatabase database = TestDatabases.untouched();
    private final RoomMigrations migrations = new RoomMigrations(database.asOwner());
    private final JdbcClient behind = JdbcClient.create(database.asOwner());

    private void before() {
        Map<String, String> versions = new TreeMap<>();
        List<String> rooms = RoomMigrations.ROOMS;
        rooms.subList(0, rooms.indexOf("analysis")).forEach(room -> versions.put(room, "latest"));
        versions.putAll(Map.of("selection", "6", "meeting", "3", "analysis", "8"));
        migrations.runTo(versions);
    }

    @Test
    void carriesWordsOfMeetingsAndAnalysesAndFilesOfNotesOver() {
        before();
        Cast cast = new Cast(database);
        long organiser = cast.organisation("Provkommunen");
        long unit = cast.unit("Ekskolan", organiser);
        long person = cast.person("Rut Rektor", organiser);
        behind.sql("""
                        with m as (
                            insert into meeting.meeting (partnership, owner_organisation, organiser, name_sv, starts_at, ends_at,
                                standing, made_by)
                            values (1, :organiser, :organiser, 'Träff', '2026-09-10T11:00Z', '2026-09-10T12:00Z', 'PLANNED', :person)
                            returning id)
                        insert into meeting.paragraph (meeting, scope, kind, words, made_by)
                        select id, 'SHARED', 'NOTE', 'Det vi kom fram till', :person from m
                        """).param("organiser", organiser).param("person", person).update();
        behind.sql("update meeting.meeting set standing = 'CLOSED'").update();
        behind.sql("""
                        with a as (
                            insert into analysis.analysis (partnership, agency, organiser, unit, level, made_by)
                            values (1, :organiser, :organiser, :unit, 'SCHOOL', :person) returning id)
                        insert into analysis.part (analysis, kind, title, words, made_by, changed_by)
                        select a.id, 'PROBLEM', t.title, t.words, :person, :person
                        from a, (values ('Ett', 'Med ord'), ('Två', '')) t (title, words)
                        """)
                .param("organiser", organiser)
                .param("unit", unit)
                .param("person", person)
                .update();
        note(organiser, unit, person);

        migrations.run();

        assertThat(behind.sql("select words from meeting.paragraph_words")
                        .query(String.class)
                        .list())
                .containsExactly("Det vi kom fram till");
        assertThat(behind.sql("""
                                select p.title || ':' || coalesce(w.words, '') from analysis.part p
                                left join analysis.part_words w on w.part = p.id order by p.id
                                """).query(String.class).list()).containsExactly("Ett:Med ord", "Två:");
        assertThat(behind.sql("""
                                select f.name || ' ' || f.media_type || ' ' || f.size || ' ' || (f.attached_at is not null) || ' '
                                    || (f.checksum = sha256(decode(repeat('ab', f.size::int), 'hex'))) || ' '
                                    || (select string_agg(p.content, ''::bytea order by p.number) = decode(repeat('ab', f.size::int), 'hex')
                                        and count(*) = 3 from records.file_part p where p.file = f.id)
                                from selection.note_content c join records.file f on f.id = c.file
                                """).query(String.class).single())
                .isEqualTo("beslut.pdf application/pdf " + TWO_PARTS_AND_A_HALF + " true true true");
    }

    private void note(long organiser, long unit, long person) {
        behind.sql("""
                        with r as (
                            insert into selection.round (owner_organisation, name, purpose, variant, cohort, last_year, opened_by)
                            values (:organiser, 'Prov', 'Prov', 'sbs', 'VT 2028', 20245, :person) returning id
                        ), n as (
                            insert into selection.inspectorate_note (round, unit, noted_on, source, checksum, made_by)
                            select id, :unit, '2024-03-12', 'Prov', '', :person from r returning id, round)
                        insert into selection.note_content (note, round, words, file_name, file_type, file)
                        select id, round, '', 'beslut.pdf', 'application/pdf', decode(repeat('ab', :size), 'hex') from n
                        """)
                .param("organiser", organiser)
                .param("person", person)
                .param("unit", unit)
                .param("size", TWO_PARTS_AND_A_HALF)
                .update();
    }
}
