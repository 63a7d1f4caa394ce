package se.samverkan.reporting.portfolio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;

/**
 * The door to saved views: the filters of a portfolio under a name. They are one's own; where they are shared, those of the
 * same organisation see the name and the filters, and by them each sees what is there for that person.
 */
@Component
class SavedViews {

    private static final int LONGEST = 100;

    private final JdbcClient database;
    private final Rights rights;
    private final AuditTrail trail;

    SavedViews(JdbcClient database, Rights rights, AuditTrail trail) {
        this.database = database;
        this.rights = rights;
        this.trail = trail;
    }

    /**
     * A view.
     *
     * @param address the path of the portfolio with its filters
     * @param own whether it is the actor's own
     * @param shared whether others of the organisation see it
     * @param by who made it
     */
    record SavedView(long id, String name, String address, boolean own, boolean shared, String by) {}

    /** Those that the actor sees, the own ones first, by name as a Swede sorts. */
    @Transactional(readOnly = true)
    public List<SavedView> all() {
        rights.require(Verb.READ_PORTFOLIO);
        return database.sql("""
                        select v.id, v.name, v.query as address, v.person = access.person() as own,
                            v.organisation is not null as shared,
                            coalesce((select n.name from access.names_of(array[v.person]) n), '') as by
                        from reporting.saved_view v where v.removed_at is null
                        order by v.person <> access.person(), v.name collate "sv-SE-x-icu", v.id
                        """).query(SavedView.class).list();
    }

    /**
     * Saves filters under a name.
     *
     * @param shared whether those of the actor's organisation see it
     */
    @Transactional
    public void save(String name, boolean shared, Map<String, String> said) {
        rights.require(Verb.READ_PORTFOLIO);
        if (name.isBlank() || name.length() > LONGEST) {
            throw Refusal.rule("reporting.view.error.name");
        }
        Optional<Long> organisation = shared ? organisation() : Optional.empty();
        if (shared && organisation.isEmpty()) {
            throw Refusal.rule("reporting.view.error.organisation");
        }
        String address = PortfolioQuery.of(said).address("/portfolio");
        try {
            long id = database.sql(
                            "insert into reporting.saved_view (organisation, name, query) values (?, ?, ?) returning id")
                    .param(organisation.orElse(null))
                    .param(name)
                    .param(address)
                    .query(Long.class)
                    .single();
            trail.record(Happening.of(
                            "reporting.view-saved",
                            new Subject("saved-view", Long.toString(id), name),
                            organisation().orElse(null))
                    .changing("shared", null, shared));
        } catch (DuplicateKeyException already) {
            throw Refusal.rule("reporting.view.error.taken", name);
        }
    }

    /** Takes an own view away. */
    @Transactional
    public void remove(long id) {
        rights.require(Verb.READ_PORTFOLIO);
        SavedView view =
                all().stream().filter(each -> each.id() == id).findFirst().orElseThrow(Refusal::notSeen);
        if (!view.own()) {
            throw Refusal.notAllowed("reporting.view.refusal.not-yours");
        }
        database.sql("update reporting.saved_view set removed_at = now() where id = ? and removed_at is null")
                .param(id)
                .update();
        trail.record(Happening.of(
                "reporting.view-removed",
                new Subject("saved-view", Long.toString(id), view.name()),
                organisation().orElse(null)));
    }

    /** The organisation in which the actor holds the portfolio: the first, where there are several. */
    private Optional<Long> organisation() {
        return database.sql("select min(o) from unnest(access.organisations_for('READ_PORTFOLIO')) as o")
                .query(Long.class)
                .optional();
    }
}
