package se.samverkan.notice.document;

import java.util.List;
import java.util.OptionalInt;
import org.springframework.stereotype.Component;
import se.samverkan.access.Actor;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;
import se.samverkan.records.document.WaitingDocuments;
import se.samverkan.records.document.WaitingDocuments.WaitingDocument;

/** The documents that wait for the actor, on the list of what is to be done. */
@Component
class DocumentToDos implements ToDoSource {

    private final WaitingDocuments documents;

    DocumentToDos(WaitingDocuments documents) {
        this.documents = documents;
    }

    @Override
    public boolean concernsActor() {
        return documents.concernActor();
    }

    @Override
    public List<ToDo> mine() {
        return Actor.current().isSignedIn()
                ? documents.mine().stream().map(DocumentToDos::toDo).toList()
                : List.of();
    }

    private static ToDo toDo(WaitingDocument waiting) {
        return new ToDo(
                "document.todo." + waiting.why(),
                List.of(waiting.title()),
                waiting.from(),
                "/documents/" + waiting.id(),
                waiting.until(),
                "document.todo.why." + waiting.why(),
                List.of(waiting.from()),
                OptionalInt.empty());
    }
}
