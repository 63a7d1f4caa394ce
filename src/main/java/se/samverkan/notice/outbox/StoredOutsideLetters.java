package se.samverkan.notice.outbox;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.notice.OutsideLetter;
import se.samverkan.notice.OutsideLetters;
import se.samverkan.notice.Urgency;
import se.samverkan.notice.calendar.CalendarFile;
import se.samverkan.shared.page.Words;

/** Letters to people without an account, through the doors that the database has; forgotten when they have been sent. */
@Component
class StoredOutsideLetters implements OutsideLetters {

    private static final Duration HOLD = Duration.ofMinutes(15);
    private static final long NOBODY = 0;

    private final JdbcClient database;
    private final MailSettings settings;
    private final Clock clock;

    StoredOutsideLetters(JdbcClient database, MailSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** A letter that waits, and how often it has been tried. */
    record Waiting(Letter letter, int attempts) {}

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public UUID write(OutsideLetter letter, Words words) {
        return database.sql(
                        "select notice.write_outside(:address, :language, :subject, :body, :method, :calendar, :at)")
                .param("address", letter.address())
                .param("language", words.locale().getLanguage())
                .param("subject", letter.subject())
                .param("body", words.text("mail.greeting", letter.name()) + "\n\n" + letter.text() + "\n")
                .param("method", CalendarFile.method(letter.appointment()))
                .param(
                        "calendar",
                        CalendarFile.of(
                                letter.appointment(), words, settings.site(), settings.from(), letter.address()))
                .param("at", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .single();
    }

    @Override
    @Transactional(readOnly = true)
    public Set<UUID> notSent(Collection<UUID> letters) {
        return letters.isEmpty()
                ? Set.of()
                : Set.copyOf(database.sql("select notice.given_up_outside(?)")
                        .param(letters.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list());
    }

    List<Waiting> claim(Instant now, int most) {
        return database.sql("select * from notice.claim_outside(?, ?, ?)")
                .params(Timestamp.from(now), Timestamp.from(now.plus(HOLD)), most)
                .query((row, n) -> new Waiting(
                        new Letter(
                                row.getObject("key", UUID.class),
                                NOBODY,
                                row.getString("address"),
                                Urgency.MUST_ACT,
                                Locale.of(row.getString("language")),
                                "",
                                row.getString("subject"),
                                row.getString("body"),
                                calendar(row.getString("method"), row.getString("calendar"))),
                        row.getInt("attempts")))
                .list();
    }

    private static Optional<Letter.CalendarPart> calendar(@Nullable String method, @Nullable String text) {
        return method == null || text == null ? Optional.empty() : Optional.of(new Letter.CalendarPart(method, text));
    }

    void sent(Letter letter) {
        call("select notice.sent_outside(?)", letter.key());
    }

    void again(Letter letter, Instant next) {
        call("select notice.again_outside(?, ?)", letter.key(), Timestamp.from(next));
    }

    void giveUp(Letter letter) {
        call("select notice.give_up_outside(?)", letter.key());
    }

    private void call(String sql, Object... values) {
        database.sql(sql).params(values).query((row, n) -> sql).list();
    }
}
