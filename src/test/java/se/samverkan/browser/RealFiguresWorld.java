package se.samverkan.browser;

import java.nio.file.Path;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.access.Role;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** A real database with the real figures of year 9 in it, brought in by its administrator in the browser. */
@TestComponent
class RealFiguresWorld {

    private static final int MOST_LOOKS = 200;

    private final JdbcClient behind;

    RealFiguresWorld(TestDatabase database) {
        behind = JdbcClient.create(database.asOwner());
    }

    /** People are arranged behind the doors; all else is done in the browser. */
    void settle(int port, Path folder) {
        Residents.settle(behind);
        try (Hand administrator = new Hand(port, Residents.email(Role.ADMINISTRATOR))) {
            bringsIn(administrator, RealFigures.export());
            RealFigures.tables(folder).forEach(table -> bringsIn(administrator, table));
            administrator
                    .opens("/organisations/new")
                    .fills("name", "Skolmyndigheten")
                    .picks("sort", "AGENCY")
                    .presses("form[action='/organisations'] button");
        }
    }

    private static void bringsIn(Hand administrator, Path file) {
        administrator.opens("/imports");
        administrator.page().locator("form.drop input[type=file]").setInputFiles(file);
        administrator.presses("form.drop button");
        waits(administrator);
        administrator.presses("form[action$='/taking'] button");
        waits(administrator);
    }

    private static void waits(Hand administrator) {
        for (int look = 0; administrator.page().locator("#reading").count() > 0; look++) {
            if (look > MOST_LOOKS) {
                throw new AssertionError("the file is never read");
            }
            administrator.page().waitForTimeout(250);
            administrator.page().reload();
        }
    }
}
