package se.samverkan.notice.outbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Actor;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.NoticeText.Told;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDos;
import se.samverkan.notice.Urgency;
import se.samverkan.notice.outbox.Outbox.Waiting;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.MessageFiles;
import se.samverkan.shared.page.Words;

/**
 * Writes what somebody is told, as that person and at the moment of sending: with the person's rights, in a transaction of
 * the person's, in the person's language. What the person may not see any longer is left out.
 */
@Component
class LetterWriter {

    private static final int MOST_TODOS = 10;

    private final List<NoticeText> texts;
    private final ToDos todos;
    private final ActingAs acting;
    private final MessageSource messages;
    private final JdbcClient database;
    private final MailSettings settings;
    private final TransactionTemplate reading;

    LetterWriter(
            List<NoticeText> texts,
            ToDos todos,
            ActingAs acting,
            MessageSource messages,
            JdbcClient database,
            MailSettings settings,
            PlatformTransactionManager transactions) {
        this.texts = texts;
        this.todos = todos;
        this.acting = acting;
        this.messages = messages;
        this.database = database;
        this.settings = settings;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** One thing that waits for somebody; empty when the person may not see it any longer, or has left. */
    Optional<Letter> atOnce(Waiting one) {
        return as(
                one.person(),
                () -> part(one)
                        .map(part -> letter(
                                List.of(one), Urgency.MUST_ACT, part.subject(), part.text() + "\n\n" + part.link())));
    }

    /**
     * What a letter says of one thing.
     *
     * @param seen the row that it came of
     */
    private record Part(Waiting seen, String subject, String text, String link) {}

    /**
     * A digest, with the rows that it tells of.
     *
     * @param told those that it tells of; the others the person may not see any longer
     */
    record Digest(List<Waiting> told, Letter letter) {}

    /** A day's things together; empty when the person may see none of them. */
    Optional<Digest> digest(List<Waiting> rows) {
        return as(rows.getFirst().person(), () -> {
            List<Part> parts =
                    rows.stream().map(this::part).flatMap(Optional::stream).toList();
            if (parts.isEmpty()) {
                return Optional.empty();
            }
            List<Waiting> told = parts.stream().map(Part::seen).toList();
            return Optional.of(new Digest(told, letter(told, Urgency.DIGEST, subjectOf(parts), textOf(parts))));
        });
    }

    private <T> Optional<T> as(long person, java.util.function.Supplier<Optional<T>> writing) {
        try {
            return acting.person(person, writing);
        } catch (Refusal gone) {
            return Optional.empty();
        }
    }

    /** Each in a transaction of its own, so that one that is refused does not spoil the others. */
    private Optional<Part> part(Waiting one) {
        Words words = words();
        try {
            Optional<Told> told = textOf(one.kind())
                    .flatMap(text -> reading.execute(status -> text.tell(one.kind(), one.about(), words)));
            return told.map(each -> new Part(
                    one,
                    words.text(
                            "mail." + one.kind() + ".subject", each.arguments().toArray()),
                    words.text("mail." + one.kind() + ".text", each.arguments().toArray()),
                    settings.site() + each.address()));
        } catch (Refusal hidden) {
            return Optional.empty();
        }
    }

    private Optional<NoticeText> textOf(String kind) {
        return texts.stream().filter(text -> text.kinds().contains(kind)).findFirst();
    }

    private String subjectOf(List<Part> parts) {
        return parts.size() == 1 ? parts.getFirst().subject() : words().text("mail.digest.subject", parts.size());
    }

    private String textOf(List<Part> parts) {
        String happened = parts.stream()
                .map(part -> "* " + part.subject() + "\n  " + part.text() + "\n  " + part.link())
                .collect(Collectors.joining("\n\n"));
        List<ToDo> waiting = todos.mine();
        return waiting.isEmpty() ? happened : happened + "\n\n" + listOf(waiting);
    }

    private String listOf(List<ToDo> waiting) {
        Words words = words();
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

    private Letter letter(List<Waiting> rows, Urgency urgency, String subject, String text) {
        Words words = words();
        Actor reader = Actor.current();
        String whole = words.text("mail.greeting", reader.name()) + "\n\n" + text + "\n\n-- \n"
                + words.text("mail.foot." + urgency) + "\n" + settings.site() + "/notices/settings\n";
        return new Letter(
                key(rows),
                reader.person(),
                reading.execute(status -> addressOf()),
                urgency,
                words.locale(),
                MessageFiles.edition(words.locale(), keys(rows, urgency)),
                subject,
                whole);
    }

    private String addressOf() {
        return database.sql("select email from access.person where id = access.person()")
                .query(String.class)
                .optional()
                .orElse("");
    }

    private static UUID key(List<Waiting> rows) {
        String which = rows.stream().map(row -> Long.toString(row.id())).collect(Collectors.joining(","));
        return UUID.nameUUIDFromBytes(which.getBytes(StandardCharsets.UTF_8));
    }

    /** The keys of all words that a letter was put together from. */
    private static List<String> keys(List<Waiting> rows, Urgency urgency) {
        Stream<String> told = rows.stream()
                .flatMap(row -> Stream.of("mail." + row.kind() + ".subject", "mail." + row.kind() + ".text"));
        List<String> keys = new ArrayList<>(List.of("mail.greeting", "mail.foot." + urgency));
        if (urgency == Urgency.DIGEST) {
            keys.addAll(List.of("mail.digest.subject", "mail.digest.todos", "mail.digest.due"));
        }
        told.distinct().sorted().forEach(keys::add);
        return keys;
    }

    private Words words() {
        Locale locale = Actor.current().language().equals("en") ? Words.ENGLISH : Words.SWEDISH;
        return new Words(messages, locale);
    }
}
