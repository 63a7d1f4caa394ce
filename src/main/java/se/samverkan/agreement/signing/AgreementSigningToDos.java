package se.samverkan.agreement.signing;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.agreement.signing.StoredSigners.Need;
import se.samverkan.agreement.signing.StoredSigners.Waiting;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;

/** What keeps an agreement from being signed or filed, for the party that can do something about it. */
@Component
class AgreementSigningToDos implements ToDoSource {

    private final StoredSigners store;
    private final Rights rights;

    AgreementSigningToDos(StoredSigners store, Rights rights) {
        this.store = store;
        this.rights = rights;
    }

    @Override
    public boolean concernsActor() {
        return rights.allow(Verb.DRAW_UP_AGREEMENT);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        return concernsActor()
                ? store.waiting().stream()
                        .filter(this::isMine)
                        .map(AgreementSigningToDos::toDo)
                        .toList()
                : List.of();
    }

    private boolean isMine(Waiting waiting) {
        boolean agency = rights.allow(Verb.DRAW_UP_AGREEMENT, waiting.owner());
        return waiting.need() == Need.ORGANISER_NAMES
                ? !agency && rights.allow(Verb.DRAW_UP_AGREEMENT, waiting.organiser())
                : agency;
    }

    private static ToDo toDo(Waiting waiting) {
        String need = switch (waiting.need()) {
            case AGENCY_NAMES, ORGANISER_NAMES -> "name";
            case ASK -> "ask";
            case FILE -> "file";
        };
        return new ToDo(
                "agreement.signing.todo." + need,
                List.of(waiting.number()),
                "",
                AgreementSigningController.address(waiting.id()),
                Optional.empty(),
                "agreement.signing.todo." + need + ".why",
                List.of(),
                OptionalInt.empty());
    }
}
