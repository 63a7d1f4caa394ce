package se.samverkan.reporting.publication;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;

/** What waits for the actor to review, and what was sent back to be written anew. */
@Component
class PublicationToDos implements ToDoSource {

    private static final int MINUTES = 10;

    private final StoredPublications store;
    private final Rights rights;

    PublicationToDos(StoredPublications store, Rights rights) {
        this.store = store;
        this.rights = rights;
    }

    @Override
    public boolean concernsActor() {
        return rights.allow(Verb.RELEASE_PUBLICATIONS) || rights.allow(Verb.WRITE_PUBLICATIONS);
    }

    @Override
    @Transactional(readOnly = true)
    public List<ToDo> mine() {
        return concernsActor()
                ? store.waiting().stream().map(PublicationToDos::toDo).toList()
                : List.of();
    }

    private static ToDo toDo(Publication publication) {
        String key = "publication.todo." + publication.standing();
        return new ToDo(
                key,
                List.of(publication.title()),
                publication.ownerName(),
                publication.address(),
                Optional.empty(),
                key + ".why",
                List.of(publication.by()),
                OptionalInt.of(MINUTES));
    }
}
