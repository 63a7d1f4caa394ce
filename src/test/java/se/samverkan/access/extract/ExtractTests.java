package se.samverkan.access.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.access.extract.Extracts.Extract;
import se.samverkan.shared.page.Words;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** Everything that is held about one person comes out, for those who may, and that it did is told. */
@SamverkanTest
class ExtractTests {

    @Autowired
    Extracts extracts;

    @Autowired
    ActingAs acting;

    @Autowired
    TestDatabase database;

    @Autowired
    MessageSource messages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private Cast cast;
    private long archivist;
    private long person;

    @BeforeEach
    void knowsSomebody() {
        cast = new Cast(database);
        archivist = cast.player("Arkivarien", Role.ARCHIVIST, null);
        long organisation = cast.organisation("Exempelby kommun");
        person = cast.player("Åsa Utdragsson", Role.COORDINATOR, organisation);
        cast.behind()
                .sql(
                        "insert into access.session (key, person, way, agent) values (sha256(gen_random_uuid()::text::bytea), ?, 'PASSWORD', 'Firefox')")
                .param(person)
                .update();
        cast.behind()
                .sql("insert into access.password (person, digest) values (?, 'hemlig kontrollsumma')")
                .param(person)
                .update();
    }

    @Test
    void holdsThePersonRolesSessionsAndTheLog() {
        extract();
        Extract extract = extract();

        assertThat(extract.parts().keySet())
                .containsSubsequence("person", "assignments", "ways-in", "sessions", "signatures", "log");
        assertThat(extract.parts().get("person").getFirst())
                .containsEntry("name", "Åsa Utdragsson")
                .containsEntry("kept-by", "Exempelby kommun");
        assertThat(extract.parts().get("assignments").getFirst()).containsEntry("role", "COORDINATOR");
        assertThat(extract.parts().get("sessions").getFirst()).containsEntry("agent", "Firefox");
        assertThat(extract.parts().get("log"))
                .anySatisfy(line -> assertThat(line)
                        .containsEntry("what", "person.extracted")
                        .containsEntry("by", "false"));
        assertThat(extract.toString()).doesNotContain("hemlig kontrollsumma");
    }

    @Test
    void tellsEveryPlaceWhereThePersonStands() {
        cast.behind()
                .sql("insert into notice.feed (person, digest) values (?, sha256('trial'))")
                .param(person)
                .update();

        assertThat(extract().parts().get("places"))
                .anySatisfy(line -> assertThat(line)
                        .containsEntry("where", "notice.feed")
                        .containsEntry("how", "person")
                        .containsEntry("many", "1"))
                .anySatisfy(line -> assertThat(line).containsEntry("where", "access.session"));
    }

    /** A column for somebody that the catalogue cannot recognise would be forgotten in every extract. */
    @Test
    void knowsEveryColumnThatHoldsSomebody() {
        assertThat(cast.behind().sql("""
                                select n.nspname || '.' || c.relname || '.' || a.attname
                                from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind = 'r'
                                join pg_namespace n on n.oid = c.relnamespace
                                where a.atttypid = 'bigint'::regtype and a.attnum > 0 and not a.attisdropped
                                  and pg_get_expr((select d.adbin from pg_attrdef d
                                      where d.adrelid = c.oid and d.adnum = a.attnum), c.oid) like '%person()%'
                                except select room || '.' || kept_in || '.' || how from access.columns_of_people()
                                """).query(String.class).list()).isEmpty();
    }

    @Test
    void findsThePersonByLettersOfTheName() {
        assertThat(acting.person(archivist, () -> extracts.find("utdragss")))
                .extracting(Extracts.Found::name)
                .contains("Åsa Utdragsson");
        assertThat(acting.person(archivist, () -> extracts.find(" "))).isEmpty();
    }

    @Test
    void isFetchedByThePersonWithoutAskingAnybody() {
        Extract own = acting.person(person, extracts::own);

        assertThat(own.name()).isEqualTo("Åsa Utdragsson");
        assertThat(own.parts().get("assignments").getFirst()).containsEntry("role", "COORDINATOR");
        assertThat(own.parts().get("sessions").getFirst()).containsEntry("agent", "Firefox");
        assertThat(own.parts().get("places")).isNotEmpty();
        assertThat(acting.person(person, extracts::own).parts().get("log"))
                .anySatisfy(line -> assertThat(line).containsEntry("what", "person.extracted-oneself"));
        assertThat(new ExtractText(new Words(messages, Words.SWEDISH)).of(own, Instant.EPOCH))
                .contains("Åsa Utdragsson", "Roller\n======", "Webbläsare: Firefox")
                .doesNotContain("hemlig kontrollsumma", "extract.");
    }

    /** What tells of a person asks one rule: oneself, or the right. A function that is written later and forgets it fails here. */
    @Test
    void tellsNobodyOfAnybodyElse() {
        assertThat(cast.behind().sql("""
                                select n.nspname || '.' || p.proname from pg_proc p join pg_namespace n on n.oid = p.pronamespace
                                where (right(p.proname, 10) = '_of_person' or right(p.proname, 11) = '_to_extract'
                                    or p.proname = 'log_about_person')
                                  and p.proname <> 'people_to_extract' and p.prosrc not like '%may_extract(wanted)%'
                                """).query(String.class).list()).isEmpty();
        for (String function : List.of(
                "access.person_to_extract",
                "access.assignments_to_extract",
                "access.sessions_to_extract",
                "access.ways_in_to_extract",
                "access.places_of_person",
                "meeting.paragraphs_of_person")) {
            assertThat(acting.person(person, () -> count(function, archivist)))
                    .as(function)
                    .isZero();
        }
        assertThat(acting.person(person, () -> count("access.person_to_extract", person)))
                .isEqualTo(1);
    }

    private long count(String function, long about) {
        Long count = transactions.execute(status -> jdbc.sql("select count(*) from " + function + "(?)")
                .param(about)
                .query(Long.class)
                .single());
        return count == null ? -1 : count;
    }

    @Test
    void isForThoseWhoMayOnly() {
        long local = cast.player("Lokal", Role.ARCHIVIST, cast.organisation("Annan kommun"));

        assertThatThrownBy(() -> acting.person(person, () -> extracts.make(person)))
                .hasMessageContaining("refusal.verb.EXTRACT_PERSON");
        assertThatThrownBy(() -> acting.person(local, () -> extracts.find("utdrag")))
                .hasMessageContaining("refusal.verb.EXTRACT_PERSON");
        assertThatThrownBy(() -> acting.person(archivist, () -> extracts.make(987_654_321L)))
                .hasMessageContaining("refusal.not-seen");
    }

    private Extract extract() {
        return acting.person(archivist, () -> extracts.make(person));
    }
}
