package se.samverkan.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import se.samverkan.access.Role;

/** Somebody opens a part of an analysis and is told, without doing anything, that a colleague is writing in it. */
@BrowserTest
class WritingHereTests {

    @LocalServerPort
    int port;

    @Autowired
    InventedWorld world;

    @Autowired
    Environment environment;

    @BeforeAll
    void settle() {
        world.settle();
    }

    @Test
    void showsTheNameAtThePartAndTakesItAwayAgain() {
        String address = world.place("/analyses/{analysis}/parts/{analysis-cause}");
        JdbcClient behind = JdbcClient.create(new DriverManagerDataSource(
                environment.getRequiredProperty("samverkan.db.url"),
                "samverkan_owner",
                environment.getRequiredProperty("samverkan.db.owner-password")));
        behind.sql("""
                        insert into discussion.draft (person, form, token, content)
                        select id, ?, gen_random_uuid(), '{}' from access.person where email = ?
                        """).params(address, Residents.email(Role.ANALYST)).update();
        try (Reader reader = new Reader(port, new Variant("sv", "light", 320))) {
            reader.signIn(Residents.email(Role.HEAD_TEACHER));
            reader.open(address);
            Locator line = reader.page().locator("[data-writing]");
            line.getByText("skriver här").waitFor();
            behind.sql("delete from discussion.draft where form = ?")
                    .param(address)
                    .update();
            reader.page().waitForTimeout(9_000);
            assertThat(line.textContent()).isEmpty();
            assertThat(reader.complaints()).isEmpty();
        }
    }
}
