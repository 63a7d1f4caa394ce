package se.samverkan.notice.outbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Actor;
import se.samverkan.notice.Appointment;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.NoticeText.Told;
import se.samverkan.notice.Urgency;
import se.samverkan.notice.outbox.Outbox.Waiting;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Words;

/**
 * Writes what somebody is told, as that person and at the moment of sending: with the person's rights, in transactions of
 * the person's, in the person's language. What the person may not see any longer is left out.
 */
@Component
class LetterWriter {

    private final List<NoticeText> texts;
    private final DigestWords digests;
    private final LetterFrame frame;
    private final ActingAs acting;
    private final MessageSource messages;
    private final MailSettings settings;
    private final TransactionTemplate reading;

    LetterWriter(
            List<NoticeText> texts,
            DigestWords digests,
            LetterFrame frame,
            ActingAs acting,
            MessageSource messages,
            MailSettings settings,
            PlatformTransactionManager transactions) {
        this.texts = texts;
        this.digests = digests;
        this.frame = frame;
        this.acting = acting;
        this.messages = messages;
        this.settings = settings;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.reading.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * A letter with the rows that it tells of.
     *
     * @param told those that it tells of; the others the person may not see any longer
     */
    record Written(List<Waiting> told, Letter letter) {}

    /**
     * What a letter says of one thing.
     *
     * @param seen the row that it came of
     */
    record Part(Waiting seen, String subject, String text, String link, Optional<Appointment> appointment) {}

    /** One thing that waits for somebody; empty when the person may not see it any longer, or has left. */
    Optional<Written> atOnce(Waiting one) {
        return as(
                one.person(),
                () -> part(one)
                        .map(part -> framed(
                                List.of(one),
                                Urgency.MUST_ACT,
                                part.subject(),
                                part.text() + "\n\n" + part.link(),
                                part.appointment())));
    }

    /** A day's things together; empty when the person may see none of them. */
    Optional<Written> digest(List<Waiting> rows) {
        return as(rows.getFirst().person(), () -> {
            List<Part> parts =
                    rows.stream().map(this::part).flatMap(Optional::stream).toList();
            if (parts.isEmpty()) {
                return Optional.empty();
            }
            List<Waiting> told = parts.stream().map(Part::seen).toList();
            return Optional.of(framed(
                    told,
                    Urgency.DIGEST,
                    digests.subject(parts, words()),
                    digests.text(parts, words()),
                    Optional.empty()));
        });
    }

    private Optional<Written> as(long person, Supplier<Optional<Written>> writing) {
        try {
            return acting.person(person, writing);
        } catch (Refusal gone) {
            return Optional.empty();
        }
    }

    private Written framed(
            List<Waiting> rows, Urgency urgency, String subject, String text, Optional<Appointment> appointment) {
        return new Written(
                rows, reading.execute(status -> frame.around(rows, urgency, subject, text, appointment, words())));
    }

    /** Each in a transaction of its own, so that one that is refused does not spoil the others. */
    private Optional<Part> part(Waiting one) {
        Words words = words();
        try {
            return textOf(one.kind())
                    .flatMap(text -> reading.execute(status -> text.tell(one.kind(), one.about(), words)))
                    .map(told -> part(one, told, words));
        } catch (Refusal hidden) {
            return Optional.empty();
        }
    }

    private Part part(Waiting one, Told told, Words words) {
        Object[] arguments = told.arguments().toArray();
        return new Part(
                one,
                words.text("mail." + one.kind() + ".subject", arguments),
                words.text("mail." + one.kind() + ".text", arguments),
                settings.site() + told.address(),
                told.appointment());
    }

    private Optional<NoticeText> textOf(String kind) {
        return texts.stream().filter(text -> text.kinds().contains(kind)).findFirst();
    }

    private Words words() {
        Locale locale = Actor.current().language().equals("en") ? Words.ENGLISH : Words.SWEDISH;
        return new Words(messages, locale);
    }
}
