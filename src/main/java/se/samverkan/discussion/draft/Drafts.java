package se.samverkan.discussion.draft;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.access.PersonPseudonymised;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.SentForms;

/**
 * The door to what the actor is writing. It is nobody's record yet, so the log tells nothing of it; it is forgotten when the
 * form has been sent, when its writer throws it away, or after 30 days.
 */
@Component
class Drafts {

    /** As many letters as are kept of one form, with the names of its fields. */
    static final int MOST_LETTERS = 400_000;

    private static final Pattern FORM = Pattern.compile("/(?!/)[^\\s#]{0,350}(#[\\w-]{0,40})?");
    private static final int MOST_FORMS = 200;

    private final JdbcClient database;
    private final SentForms sentForms;

    Drafts(JdbcClient database, SentForms sentForms) {
        this.database = database;
        this.sentForms = sentForms;
    }

    /** Those of some forms that the actor has written in and not sent. */
    @Transactional(readOnly = true)
    public List<KeptDraft> of(Collection<String> forms) {
        record Row(String form, UUID token, String content, Instant at) {}
        if (!Actor.current().isSignedIn() || forms.isEmpty()) {
            return List.of();
        }
        return database
                .sql(
                        "select form, token, content::text, kept_at from discussion.draft where form = any (?) order by form")
                .param(forms.toArray(String[]::new))
                .query((row, n) -> new Row(
                        row.getString("form"),
                        row.getObject("token", UUID.class),
                        row.getString("content"),
                        row.getTimestamp("kept_at").toInstant()))
                .list()
                .stream()
                .filter(each -> !sentForms.isSent(each.token()))
                .map(each -> new KeptDraft(each.form(), each.content(), each.at()))
                .toList();
    }

    /**
     * Keeps what stands in a form now, instead of what stood there before; what has been sent already is not kept again.
     *
     * @param token the token by which the form counts once
     * @param content the fields and their values, as JSON
     */
    @Transactional
    public void keep(String form, UUID token, String content) {
        requireWriter(form);
        if (content.length() > MOST_LETTERS) {
            throw Refusal.rule("discussion.draft.refusal.long", MOST_LETTERS);
        }
        if (sentForms.isSent(token)) {
            return;
        }
        database.sql("""
                        insert into discussion.draft (form, token, content) values (:form, :token, cast(:content as jsonb))
                        on conflict (person, form) do update
                            set token = excluded.token, content = excluded.content, kept_at = now()
                        """)
                .param("form", form)
                .param("token", token)
                .param("content", content)
                .update();
        database.sql("""
                        delete from discussion.draft where form in (
                            select form from discussion.draft order by kept_at desc offset ?)
                        """).param(MOST_FORMS).update();
    }

    @Transactional
    public void throwAway(String form) {
        requireWriter(form);
        database.sql("delete from discussion.draft where form = ?").param(form).update();
    }

    private static void requireWriter(String form) {
        if (!Actor.current().isSignedIn()) {
            throw Refusal.notAllowed("refusal.sign-in");
        }
        if (!FORM.matcher(form).matches()) {
            throw Refusal.malformed("refusal.form-incomplete");
        }
    }

    @EventListener
    void forget(PersonPseudonymised event) {
        database.sql("select discussion.forget_drafts_of(?)")
                .param(event.person())
                .query((row, n) -> event)
                .list();
    }
}
