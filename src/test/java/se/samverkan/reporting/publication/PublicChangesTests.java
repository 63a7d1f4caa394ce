package se.samverkan.reporting.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.Visitor;

/** A release or a withdrawal changes what it concerns, in every copy of the application, and nothing else. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=concern")
class PublicChangesTests {

    @Autowired
    WebApplicationContext application;

    @LocalServerPort
    int port;

    private final Turned clock = new Turned();
    private PublicationStage publishing;
    private PublicChanges otherCopy;

    @BeforeEach
    void anotherCopyOfTheApplication() {
        publishing = new PublicationStage(application);
        otherCopy = new PublicChanges(publishing.stage.bean(JdbcClient.class), clock);
        otherCopy.in(Set.of());
    }

    /** A clock that the test turns. */
    private static final class Turned extends Clock {

        private Instant now = Instant.parse("2027-03-12T10:00:00Z");

        void on(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    private long changed(Matter matter) {
        return otherCopy.in(List.of(matter));
    }

    @Test
    void areHeardInAnotherCopyWithinTwoSecondsWhereTheyConcern() {
        long id = publishing.released("Vi läser högt", "Varje dag.");
        assertThat(changed(Matter.NEWS)).isZero();
        clock.on(Duration.ofSeconds(2));
        long released = changed(Matter.NEWS);
        assertThat(released).isPositive();
        assertThat(changed(Matter.one(id))).isEqualTo(released);
        assertThat(changed(Matter.of(publishing.key()))).isEqualTo(released);
        assertThat(List.of(
                        Matter.LESSONS,
                        Matter.RESULTS,
                        Matter.PARTICIPATIONS,
                        Matter.one(id + 1),
                        Matter.of("0000000000")))
                .allMatch(matter -> changed(matter) == 0);
        publishing.withdraw(id);
        clock.on(Duration.ofSeconds(2));
        assertThat(changed(Matter.one(id))).isGreaterThan(released);
    }

    @Test
    void concernAnOrganiserOfWhichAnOfficeTells() {
        publishing.takesPart(Set.of());
        clock.on(Duration.ofSeconds(2));
        assertThat(changed(Matter.of(publishing.key()))).isPositive().isEqualTo(changed(Matter.PARTICIPATIONS));
        assertThat(changed(Matter.NEWS)).isZero();
    }

    /** Else a copy that has heard of the later one would never ask for the earlier one. */
    @Test
    void areNumberedInTheOrderInWhichTheyAreCommitted() throws Exception {
        long first = publishing.proposed("Den första", "Text.");
        long second = publishing.proposed("Den andra", "Text.");
        TransactionTemplate transaction =
                new TransactionTemplate(publishing.stage.bean(PlatformTransactionManager.class));
        CountDownLatch released = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        CompletableFuture<Void> slow = CompletableFuture.runAsync(() -> publishing.stage.does(
                publishing.director,
                () -> transaction.executeWithoutResult(status -> {
                    publishing.releasing().release(first, publishing.version(first), Set.copyOf(Releasing.CHECKS));
                    released.countDown();
                    await(goOn);
                })));
        await(released);
        CompletableFuture<Void> quick = CompletableFuture.runAsync(() -> publishing.release(second));
        try {
            quick.get(300, TimeUnit.MILLISECONDS);
        } catch (TimeoutException waits) {
            // As it should: it comes after the one that was first.
        }
        clock.on(Duration.ofSeconds(2));
        assertThat(changed(Matter.NEWS)).isZero();
        goOn.countDown();
        CompletableFuture.allOf(slow, quick).get(20, TimeUnit.SECONDS);
        clock.on(Duration.ofSeconds(2));
        assertThat(changed(Matter.one(first))).isPositive().isLessThan(changed(Matter.one(second)));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What was renamed behind the doors shows which pages were drawn anew, and which were kept. */
    @Test
    void drawAnewTheOrganisersPageAndLeaveTheListOfThoseWhoTakePart() {
        Visitor visitor = new Visitor(port);
        publishing.takesPart(Set.of());
        String own = "/public/participants/" + publishing.key();
        String before = visitor.get(own).page().select("h1").text();
        assertThat(visitor.get("/public/participants").body()).contains(own);
        publishing
                .stage
                .cast
                .behind()
                .sql("update organisation.organisation set name = 'Nya xyzkommunen' where key = ?")
                .param(publishing.key())
                .update();
        assertThat(visitor.get(own).page().select("h1").text()).isEqualTo(before);
        publishing.released("Vi läser högt", "Varje dag.");
        assertThat(visitor.get(own).page().select("h1").text()).isEqualTo("Nya xyzkommunen");
        assertThat(visitor.get("/public/news").body()).contains("Nya xyzkommunen");
        assertThat(visitor.get("/public/participants").body()).contains(own).doesNotContain("Nya xyzkommunen");
    }
}
