package se.samverkan.notice.outbox;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDos;
import se.samverkan.notice.outbox.LetterWriter.Part;
import se.samverkan.shared.page.Words;

/** A day's news put together, and under them what is on the reader's list. */
@Component
class DigestWords {

    private static final int MOST_TODOS = 10;

    private final ToDos todos;
    private final MailSettings settings;

    DigestWords(ToDos todos, MailSettings settings) {
        this.todos = todos;
        this.settings = settings;
    }

    /** One thing is said at once; of several, how many they are. */
    String subject(List<Part> parts, Words words) {
        return parts.size() == 1 ? parts.getFirst().subject() : words.text("mail.digest.subject", parts.size());
    }

    String text(List<Part> parts, Words words) {
        String happened = parts.stream()
                .map(part -> "* " + part.subject() + "\n  " + part.text() + "\n  " + part.link())
                .collect(Collectors.joining("\n\n"));
        List<ToDo> waiting = todos.mine();
        return waiting.isEmpty() ? happened : happened + "\n\n" + list(waiting, words);
    }

    private String list(List<ToDo> waiting, Words words) {
        String lines = waiting.stream()
                .limit(MOST_TODOS)
                .map(one -> "* " + line(one, words))
                .collect(Collectors.joining("\n"));
        return words.text("mail.digest.todos", waiting.size()) + "\n\n" + lines + "\n\n" + settings.site() + "/todo";
    }

    private static String line(ToDo one, Words words) {
        String what = words.text(one.key(), one.arguments().toArray());
        String about = one.concerning().isEmpty() ? what : what + ": " + one.concerning();
        return one.due()
                .map(day -> about + " (" + words.text("mail.digest.due", day) + ")")
                .orElse(about);
    }
}
