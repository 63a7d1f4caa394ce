package se.samverkan.statistics.demonstration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.shared.Installation;
import se.samverkan.shared.Progress;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.Sync;
import se.samverkan.testing.SamverkanTest;

@SamverkanTest
@TestPropertySource(properties = "samverkan.test=a-demonstration")
@DirtiesContext
class DemonstrationTests {

    /** A country with few units, so that a test can wait for it; {@code -Dsamverkan.whole=true} makes all of it. */
    private static final Country COUNTRY = Boolean.getBoolean("samverkan.whole")
            ? new Country(1842, 1)
            : new Country(1842, 1, new Country.Size(320, 30, 900));

    @Autowired
    Demonstration demonstration;

    @Autowired
    Installation installation;

    @Autowired
    ActingAs actingAs;

    @Autowired
    JdbcClient database;

    @Autowired
    Sync sync;

    @Autowired
    Environment environment;

    @Test
    void goesOnAfterADeathInTheMiddleAndEndsWholeAndOnce() {
        installation.become(Installation.Kind.DEMONSTRATION);
        Instant before = Instant.now();

        assertThatThrownBy(() -> fill(new Dying(700))).hasMessage("killed");
        long imports = count("statistics.import");
        long figures = count("statistics.observation");
        assertThat(imports)
                .as("whole years only")
                .isEqualTo(count("statistics.demonstration_step where step like 'figures%'"));
        assertThat(demonstration.isWhole()).isFalse();

        fill(new Dying(Long.MAX_VALUE));
        System.out.printf(
                "%d figures in %d ms%n",
                count("statistics.observation"),
                Duration.between(before, Instant.now()).toMillis());

        assertThat(demonstration.isWhole()).isTrue();
        assertThat(count("statistics.import")).isEqualTo(YearOfFigures.YEARS).isGreaterThan(imports);
        assertThat(count("statistics.observation")).isGreaterThan(figures);
        assertThat(count("statistics.observation where revised_by is not null")).isZero();
        long people = count("access.demonstration_people()");
        assertThat(count("(select distinct role from access.demonstration_people()) one"))
                .as("somebody in every role")
                .isEqualTo(Role.values().length);
        assertThat(count("organisation.organisation where kind <> 'ORGANISER' and name like 'Påhitt%'"))
                .as("an agency and two providers, told in the log")
                .isEqualTo(3);
        assertThat(countBehind("partnership.partnership where standing = 'COMPLETED'"))
                .as("so many have come all the way that sums of them can be shown")
                .isGreaterThanOrEqualTo(14);
        assertThat(countBehind("reporting.edition_table t, jsonb_array_elements(t.content -> 'cells') c"
                        + " where t.topic = 'sign-shares' and c ->> 'column' = 'SHARE' and c ->> 'value' is not null"))
                .as("shares of the yearly reports that are not masked")
                .isGreaterThan(3);
        assertThat(countBehind("reporting.public_participations() where own"))
                .as("organisers that have chosen to be shown")
                .isGreaterThanOrEqualTo(4);
        assertThat(countBehind("(select distinct organiser from reporting.public_participations() where not own) told"))
                .as("organisers that the office tells of")
                .isGreaterThan(14);
        assertThat(countBehind("evaluation.run r, jsonb_array_elements(r.result::jsonb) o"
                        + " where r.planned and r.design = 'PAIRS' and o -> 'dose' -> 'line' ->> 'units' is not null"))
                .as("outcomes of the first lot that are set against the dose")
                .isGreaterThan(1);
        assertThat(countBehind("reporting.year_answer a join actionplan.plan l on l.unit = a.unit"
                        + " join actionplan.decision d on d.plan = l.id and d.holds"))
                .as("answers a year after beside a plan that held")
                .isOne();
        long all = count("statistics.observation");

        fill(new Dying(Long.MAX_VALUE));

        assertThat(count("statistics.observation")).as("nothing is made twice").isEqualTo(all);
        assertThat(count("access.demonstration_people()")).isEqualTo(people);
        assertThat(count("organisation.organisation where kind <> 'ORGANISER' and name like 'Påhitt%'"))
                .isEqualTo(3);
        assertThatThrownBy(() -> actingAs.console(sync::start))
                .as("real figures are refused in a demonstration")
                .isInstanceOf(Refusal.class);
    }

    private void fill(Progress.Running progress) {
        actingAs.console(() -> {
            demonstration.fill(COUNTRY, progress);
            return true;
        });
    }

    private long count(String what) {
        return database.sql("select count(*) from " + what).query(Long.class).single();
    }

    /** Past the policies: what the people of the demonstration see, nobody else does. */
    private long countBehind(String what) {
        return JdbcClient.create(new DriverManagerDataSource(
                        environment.getRequiredProperty("samverkan.db.url"),
                        "samverkan_owner",
                        environment.getRequiredProperty("samverkan.db.owner-password")))
                .sql("select count(*) from " + what)
                .query(Long.class)
                .single();
    }

    /** Progress that dies after so many reports. */
    private static final class Dying implements Progress.Running {

        private long left;

        Dying(long left) {
            this.left = left;
        }

        @Override
        public UUID id() {
            return new UUID(0, 0);
        }

        @Override
        public void at(String step, long done, long total) {
            if (left-- <= 0) {
                throw new IllegalStateException("killed");
            }
        }

        @Override
        public void done() {}

        @Override
        public void failed(String reason) {}
    }
}
