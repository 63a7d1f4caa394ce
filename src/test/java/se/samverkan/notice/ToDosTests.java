package se.samverkan.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** What waits, in the order in which it is urgent; and how much of it there is, cheaply. */
@SamverkanTest
class ToDosTests {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 12);

    @Autowired
    private ActingAs acting;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private TestDatabase testDatabase;

    private final List<ToDo> waiting = new ArrayList<>();
    private int asked;
    private ToDos todos;
    private long kim;

    @BeforeEach
    void somebody() {
        Cast cast = new Cast(testDatabase);
        kim = cast.player("Kim", Role.COORDINATOR, cast.organisation("Provlunda"));
        todos = new ToDos(List.of(this::mine), transactions);
    }

    private List<ToDo> mine() {
        asked++;
        return List.copyOf(waiting);
    }

    private static ToDo todo(String concerning, Optional<LocalDate> due) {
        return new ToDo("prov.todo", List.of(), concerning, "/prov", due, "prov.why", List.of(), OptionalInt.empty());
    }

    private int count() {
        return acting.person(kim, todos::count);
    }

    @Test
    void standsWithTheMostUrgentFirst() {
        waiting.add(todo("Utan dag", Optional.empty()));
        waiting.add(todo("Senare", Optional.of(DAY.plusDays(9))));
        waiting.add(todo("Försenat", Optional.of(DAY.minusDays(9))));

        assertThat(acting.person(kim, todos::mine))
                .extracting(ToDo::concerning)
                .containsExactly("Försenat", "Senare", "Utan dag");
    }

    @Test
    void countsOnceAWhileAndAnewWhenThePersonHasDoneSomething() {
        waiting.add(todo("En", Optional.empty()));
        assertThat(List.of(count(), count(), count())).containsOnly(1);
        assertThat(asked).isEqualTo(1);

        waiting.clear();
        todos.forgetCount(kim);

        assertThat(count()).isZero();
    }

    @Test
    void hasNothingForSomebodyWhoIsNotSignedIn() {
        assertThat(todos.count()).isZero();
        assertThat(todos.concernActor()).isFalse();
        assertThat(asked).isZero();
    }

    @Test
    void spoilsNoPageWhenItCannotBeCounted() {
        ToDos lost = new ToDos(
                List.of(() -> {
                    throw new DataAccessResourceFailureException("gone");
                }),
                transactions);

        assertThat(acting.person(kim, lost::count)).isZero();
    }
}
