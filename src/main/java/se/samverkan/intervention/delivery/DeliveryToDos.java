package se.samverkan.intervention.delivery;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.intervention.delivery.StoredDeliveries.Untold;
import se.samverkan.intervention.occasion.OccasionText;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;

/** The occasions that have been and that the provider has not told of yet. */
@Component
class DeliveryToDos implements ToDoSource {

    private static final String KEY = "delivery.todo.untold";

    private final StoredDeliveries store;
    private final Rights rights;

    DeliveryToDos(StoredDeliveries store, Rights rights) {
        this.store = store;
        this.rights = rights;
    }

    @Override
    public boolean concernsActor() {
        return rights.allow(Verb.ANSWER_COMMISSIONS);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        return concernsActor()
                ? store.untold().stream().map(DeliveryToDos::toDo).toList()
                : List.of();
    }

    private static ToDo toDo(Untold each) {
        return new ToDo(
                KEY,
                List.of(each.title()),
                each.commission(),
                "/occasions/" + each.id(),
                Optional.of(
                        LocalDate.ofInstant(each.starts(), OccasionText.SWEDEN).plusDays(7)),
                KEY + ".why",
                List.of(),
                OptionalInt.empty());
    }
}
