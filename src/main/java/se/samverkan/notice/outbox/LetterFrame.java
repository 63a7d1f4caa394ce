package se.samverkan.notice.outbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.Actor;
import se.samverkan.notice.Appointment;
import se.samverkan.notice.Urgency;
import se.samverkan.notice.calendar.CalendarFile;
import se.samverkan.notice.outbox.Outbox.Waiting;
import se.samverkan.shared.page.MessageFiles;
import se.samverkan.shared.page.Words;

/** What every letter has around what it tells: to whom, its greeting and foot, its number, and the edition of its words. */
@Component
class LetterFrame {

    private final JdbcClient database;
    private final MailSettings settings;

    LetterFrame(JdbcClient database, MailSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** A letter to the actor, in a transaction of the actor's. */
    Letter around(
            List<Waiting> rows,
            Urgency urgency,
            String subject,
            String text,
            Optional<Appointment> appointment,
            Words words) {
        Actor reader = Actor.current();
        String address = address();
        String whole = words.text("mail.greeting", reader.name()) + "\n\n" + text + "\n\n-- \n"
                + words.text("mail.foot." + urgency) + "\n" + settings.site() + "/notices/settings\n";
        return new Letter(
                number(rows),
                reader.person(),
                address,
                urgency,
                words.locale(),
                MessageFiles.edition(words.locale(), keys(rows, urgency)),
                subject,
                whole,
                appointment.map(each -> calendar(each, address, words)));
    }

    private Letter.CalendarPart calendar(Appointment appointment, String address, Words words) {
        return new Letter.CalendarPart(
                CalendarFile.method(appointment),
                CalendarFile.of(appointment, words, settings.site(), settings.from(), address));
    }

    private String address() {
        return database.sql("select email from access.person where id = access.person()")
                .query(String.class)
                .optional()
                .orElse("");
    }

    /** The same for the same rows, so that a letter that is sent twice after a crash is known as one. */
    private static UUID number(List<Waiting> rows) {
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
}
