package se.samverkan.shared.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import se.samverkan.access.Role;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;
import se.samverkan.testing.TestPeople;
import se.samverkan.testing.Visitor;
import se.samverkan.testing.Visitor.Answer;

/** A form on the day when the disk is full: what was written stands there still, and can be sent when there is room. */
@SamverkanTest
class SavingOnBadDaysTests {

    private static final String PASSWORD = "sju blåa hästar simmar";

    @Autowired
    TestDatabase database;

    @LocalServerPort
    int port;

    private Cast cast;
    private Visitor director;
    private String areas;

    @BeforeEach
    void anOrganiser() {
        cast = new Cast(database);
        TestPeople people = new TestPeople(database);
        long organiser = cast.organisation("Provby kommun");
        String address = "disk" + System.nanoTime() + "@prov.example";
        cast.assign(people.add("Diana", address, PASSWORD), Role.EDUCATION_DIRECTOR, organiser, null);
        director = new Visitor(port);
        director.submit(
                director.get("/sign-in"), "form[action='/sign-in']", Map.of("email", address, "password", PASSWORD));
        areas = "/organisers/"
                + cast.behind()
                        .sql("select key from organisation.organisation where id = ?")
                        .param(organiser)
                        .query(String.class)
                        .single()
                + "/areas";
    }

    @AfterEach
    void thereIsRoomAgain() {
        cast.behind()
                .sql("drop trigger if exists full_disk on organisation.area")
                .update();
    }

    @Test
    void keepsWhatWasWrittenOnAFullDiskAndSavesItWhenThereIsRoom() {
        cast.behind().sql("""
                        create or replace function public.full_disk() returns trigger language plpgsql as $$
                        begin raise exception 'could not extend file: No space left on device' using errcode = '53100'; end $$
                        """).update();
        cast.behind().sql("""
                        create trigger full_disk before insert on organisation.area
                        for each row execute function public.full_disk()
                        """).update();

        Answer refused = director.submit(
                director.get(areas + "/new"), "form[action='" + areas + "']", Map.of("name", "Norra området"));

        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.page().select("#error-summary").text()).contains("disken på servern är full");
        assertThat(refused.page().select("input[name=name]").val()).isEqualTo("Norra området");
        assertThat(director.get(areas).body()).doesNotContain("Norra området");

        thereIsRoomAgain();
        Answer saved = director.submit(refused, "form[action='" + areas + "']", Map.of());

        assertThat(saved.status()).isEqualTo(303);
        assertThat(director.get(areas).body()).contains("Norra området");
    }
}
