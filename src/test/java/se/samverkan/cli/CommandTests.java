package se.samverkan.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.samverkan.shared.database.EmbeddedPostgres;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The commands on an embedded database of their own, which the first of them makes. */
class CommandTests {

    @TempDir
    static Path folder;

    private static Path data;
    private static Spoken first;

    @BeforeAll
    static void begin() {
        data = folder.resolve("data");
        first = on(data, "admin", "åsa@example.se", "--site", "https://samverkan.example/");
    }

    @Test
    void invitesAnAdministratorAndWritesWhoDidIt() throws Exception {
        assertThat(first.err()).isEmpty();
        assertThat(first.status()).isZero();
        assertThat(first.out()).contains("https://samverkan.example/welcome/");
        assertThat(asOwner("select count(*) from records.audit_value where field = 'on-behalf-of' and after = '"
                        + System.getProperty("user.name") + "'"))
                .isPositive();
    }

    @Test
    void provesTheLogWhole() {
        Spoken answer = on(data, "verify-audit", "--json");

        assertThat(answer.status()).isZero();
        assertThat(json(answer).get("links").asInt()).isPositive();
    }

    @Test
    void answersAsTheInterfaceOfMachinesDoes() {
        JsonNode units = json(on(data, "units", "--size", "5"));

        assertThat(units.get("size").asInt()).isEqualTo(5);
        assertThat(units.get("units").isArray()).isTrue();
    }

    @Test
    void writesAProgrammeOutAndTakesItInAgain() throws Exception {
        Spoken written = on(data, "variant", "export", "ksbs");
        assertThat(written.status()).as(written.err()).isZero();
        Path file = Files.writeString(folder.resolve("norr.yaml"), written.out().replace("key: ksbs", "key: norr"));

        Spoken tried = on(data, "variant", "check", file.toString());
        Spoken taken = on(data, "variant", "import", file.toString());

        assertThat(tried.status()).as(tried.err()).isZero();
        assertThat(taken.status()).as(taken.err()).isZero();
        assertThat(taken.out()).contains("utkast till norr");
        assertThat(asOwner("select count(*) from programme.version where variant = 'norr'"))
                .isOne();
    }

    @Test
    void saysAllThatIsWrongWithTheFileOfAProgramme() throws Exception {
        Path file = Files.writeString(folder.resolve("fel.yaml"), "key: fel\nname: Fel\nlevels: [SKOLA]\nfaser: 1\n");

        Spoken answer = on(data, "variant", "check", file.toString(), "--json");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.err()).contains("Rad 3.").contains("Rad 4.");
        assertThat(json(answer).get("problems").get(0).get("line").asInt()).isPositive();
    }

    @Test
    void refusesAUnitThatIsNotThere() {
        Spoken answer = on(data, "figures", "99999999");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.out()).isEmpty();
        assertThat(answer.err()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void bringsABackupBackElsewhere() {
        String file = folder.resolve("backup.zip").toString();
        Path elsewhere = folder.resolve("elsewhere");

        Spoken backup = on(data, "backup", file);
        Spoken restored = on(elsewhere, "restore", file);
        Spoken again = on(elsewhere, "restore", file);

        assertThat(backup.status()).as(backup.err()).isZero();
        assertThat(restored.status()).as(restored.err()).isZero();
        assertThat(restored.out()).contains("Återställt från").contains("Loggen är hel");
        assertThat(again.status()).isEqualTo(1);
        assertThat(again.err()).contains("Databasen är inte tom");
    }

    private static Spoken on(Path folder, String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--data";
        all[arguments.length + 1] = folder.toString();
        return Spoken.by(all);
    }

    private static JsonNode json(Spoken answer) {
        return new JsonMapper().readTree(answer.out());
    }

    private static long asOwner(String sql) throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.in(data, "64MB");
                Connection connection = postgres.superuser("samverkan");
                Statement statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getLong(1);
        }
    }
}
