package se.samverkan.records.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** Things go by a rule, from a list, by two people; and what went is told. */
@SamverkanTest
@Import(RetentionTests.Room.class)
class RetentionTests {

    private static final List<RetentionSource.Due> KEPT = new ArrayList<>();
    private static final LocalDate LONG_AGO = LocalDate.of(2001, 5, 4);

    @Autowired
    Retention retention;

    @Autowired
    List<RetentionSource> sources;

    @Autowired
    ActingAs acting;

    @Autowired
    TestDatabase database;

    private Cast cast;
    private long one;
    private long other;

    /** A room that keeps notes. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Room {

        @Bean
        RetentionSource trialNotes() {
            return new RetentionSource() {
                @Override
                public String kind() {
                    return "notes";
                }

                @Override
                public List<Due> due(LocalDate restedBy, int most) {
                    return KEPT.stream()
                            .filter(each -> !each.restedOn().isAfter(restedBy))
                            .limit(most)
                            .toList();
                }

                @Override
                public void dispose(Collection<String> items) {
                    KEPT.removeIf(each -> items.contains(each.item()));
                }
            };
        }
    }

    @BeforeEach
    void keepsNotes() {
        cast = new Cast(database);
        one = cast.player("Arkivarie Ett", Role.ARCHIVIST, null);
        other = cast.player("Arkivarie Två", Role.ARCHIVIST, null);
        cast.behind().sql("""
                insert into records.retention_rule (kind, years, reason, legal_ground) values ('notes', 5, 'Prov', 'Prov')
                on conflict (kind) do update set years = 5, version = 0
                """).update();
        KEPT.clear();
        KEPT.add(new RetentionSource.Due("1", "Gammal", LONG_AGO));
        KEPT.add(new RetentionSource.Due("2", "Också gammal", LONG_AGO.plusDays(1)));
        KEPT.add(new RetentionSource.Due("3", "Ny", LocalDate.now(java.time.ZoneOffset.UTC)));
    }

    @Test
    void disposesOfWhatIsOnTheListByTwoPeople() {
        long list = proposed();

        assertThatThrownBy(() -> acting.person(one, () -> retention.dispose(list)))
                .hasMessageContaining("retention.refusal.two-people");
        assertThat(KEPT).hasSize(3);

        assertThat(acting.person(other, () -> retention.dispose(list))).isEqualTo(2);
        assertThat(KEPT).extracting(RetentionSource.Due::item).containsExactly("3");
        assertThat(acting.person(one, () -> retention.items(list)))
                .extracting(RetentionSource.Due::item, RetentionSource.Due::label)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("1", ""), org.assertj.core.groups.Tuple.tuple("2", ""));
        assertThat(cast.behind()
                        .sql(
                                "select count(*) from records.audit_entry where what = 'retention.disposed' and subject_id = ?")
                        .param(Long.toString(list))
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void keepsWhatSomethingHasHappenedToSinceTheListWasMade() {
        long list = proposed();
        KEPT.set(0, new RetentionSource.Due("1", "Gammal", LocalDate.now(java.time.ZoneOffset.UTC)));

        assertThat(acting.person(other, () -> retention.dispose(list))).isEqualTo(1);
        assertThat(KEPT).extracting(RetentionSource.Due::item).containsExactly("1", "3");
    }

    @Test
    void decidesOnceWhenTwoDecideAtOnce() throws Exception {
        long list = proposed();
        long third = cast.player("Arkivarie Tre", Role.ARCHIVIST, null);
        Callable<Object> first = () -> tried(() -> acting.person(other, () -> retention.dispose(list)));
        Callable<Object> second = () -> tried(() -> acting.person(third, () -> retention.dispose(list)));

        List<Object> outcomes = new ArrayList<>();
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (var each : pool.invokeAll(List.of(first, second))) {
                outcomes.add(each.get());
            }
        }

        assertThat(outcomes).filteredOn(Integer.class::isInstance).containsExactly(2);
        assertThat(outcomes).filteredOn(Refusal.class::isInstance).hasSize(1);
    }

    @Test
    void holdsTwoPeopleInTheDatabaseToo() {
        long list = proposed();

        assertThatThrownBy(() -> cast.behind()
                        .sql(
                                "insert into records.disposal_decision (proposal, disposed, items, decided_by) values (?, true, 2, ?)")
                        .params(list, one)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    @Test
    void refusesAListMadeByAnotherRule() {
        long list = proposed();
        acting.person(one, () -> {
            retention.change(new RetentionRule("notes", 7, "Prov", "Prov", 0), null);
            return true;
        });

        assertThatThrownBy(() -> acting.person(other, () -> retention.dispose(list)))
                .hasMessageContaining("retention.refusal.rule-changed");
        acting.person(other, () -> {
            retention.decline(list, new FreeText("Regeln är ny.", ""));
            return true;
        });
        assertThat(KEPT).hasSize(3);
    }

    @Test
    void refusesWhatIsKeptForEverAndStaleRules() {
        assertThatThrownBy(() -> acting.person(one, () -> retention.preview("signed-document")))
                .hasMessageContaining("retention.refusal.kept");
        assertThatThrownBy(() -> acting.person(one, () -> {
                    retention.change(new RetentionRule("signed-document", 5, "Prov", "Prov", 0), null);
                    return true;
                }))
                .hasMessageContaining("retention.refusal.kept");
        assertThatThrownBy(() -> acting.person(one, () -> {
                    retention.change(new RetentionRule("notes", 5, "Prov", "Prov", 17), null);
                    return true;
                }))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.STALE));
    }

    @Test
    void isOnlyForThoseWhoMayDisposeEverywhere() {
        long local = cast.player("Lokal", Role.ARCHIVIST, cast.organisation("Exempelby kommun"));

        assertThatThrownBy(() -> acting.person(local, () -> retention.rules()))
                .hasMessageContaining("refusal.verb.DISPOSE_RECORDS");
    }

    @Test
    void erasesTheValuesOfTheLogAndLeavesTheChainWhole() {
        long about = cast.organisation("Gammal kommun");
        cast.behind()
                .sql("select records.append(?, 'area.renamed', 'area', '77', 'Norra', '[]')")
                .param(about)
                .query(row -> {});
        RetentionSource log = sources.stream()
                .filter(each -> each.kind().equals("log-values"))
                .findFirst()
                .orElseThrow();

        LocalDate tomorrow = LocalDate.now(java.time.ZoneOffset.UTC).plusDays(1);
        assertThat(acting.person(one, () -> inTransaction(() -> log.due(tomorrow, 500))))
                .extracting(RetentionSource.Due::item, RetentionSource.Due::label)
                .contains(org.assertj.core.groups.Tuple.tuple("area/77", "Norra"));
        acting.person(
                one,
                () -> inTransaction(() -> {
                    log.dispose(List.of("area/77"));
                    return List.of();
                }));

        assertThat(cast.behind()
                        .sql(
                                "select bool_and(values_hold and erasure_is_logged and hash = expected_hash) from records.audit_proof where organisation = ?")
                        .param(about)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(acting.person(one, () -> inTransaction(() -> log.due(tomorrow, 500))))
                .extracting(RetentionSource.Due::item)
                .doesNotContain("area/77");
    }

    @Autowired
    org.springframework.transaction.support.TransactionTemplate transactions;

    private List<RetentionSource.Due> inTransaction(java.util.function.Supplier<List<RetentionSource.Due>> deed) {
        return java.util.Objects.requireNonNull(transactions.execute(status -> deed.get()));
    }

    private static Object tried(Callable<Object> deed) {
        try {
            return deed.call();
        } catch (Exception refused) {
            return refused;
        }
    }

    private long proposed() {
        return acting.person(one, () -> retention.propose("notes", new FreeText("Ingen frågar efter dem.", "")));
    }
}
