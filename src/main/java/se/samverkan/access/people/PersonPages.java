package se.samverkan.access.people;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.servlet.ModelAndView;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormErrors;

/** Puts a person's page together: who it is, which roles, what has happened; also when a deed on it was refused. */
@Component
class PersonPages {

    private static final int LINES = 30;

    private final PeopleManagement people;
    private final AssignmentManagement assignments;
    private final People days;
    private final RecordLog log;
    private final Rights rights;
    private final LeaverSettings leavers;

    PersonPages(
            PeopleManagement people,
            AssignmentManagement assignments,
            People days,
            RecordLog log,
            Rights rights,
            LeaverSettings leavers) {
        this.people = people;
        this.assignments = assignments;
        this.days = days;
        this.log = log;
        this.rights = rights;
        this.leavers = leavers;
    }

    @Transactional(readOnly = true)
    public PersonPage of(long id) {
        PersonView person = people.person(id);
        return new PersonPage(person, assignments.of(id), days.today(), leavers.days(), log(person));
    }

    private List<RecordLog.Line> log(PersonView person) {
        String id = Long.toString(person.id());
        if (rights.allowEverywhere(Verb.MANAGE_PEOPLE)) {
            return log.of("person", id, LINES);
        }
        Set<Long> own = new HashSet<>(rights.organisations(Verb.MANAGE_PEOPLE));
        return log.within(own, "person", id, LINES);
    }

    /** The page with what has just been done. */
    ModelAndView shown(long id, String done) {
        return view(id, done, FormErrors.none(), null);
    }

    /** The page with the one-time link that was just made; shown once. */
    ModelAndView withLink(long id, String link) {
        return view(id, "", FormErrors.none(), link);
    }

    /** The page with the reason why a deed on it was refused. */
    ModelAndView refused(long id, Refusal refusal) {
        ModelAndView page = view(id, "", FormErrors.of(refusal), null);
        page.setStatus(
                switch (refusal.kind()) {
                    case RULE -> HttpStatus.UNPROCESSABLE_CONTENT;
                    case STALE -> HttpStatus.CONFLICT;
                    case NOT_SEEN, NOT_ALLOWED, VERSION_MISSING, MALFORMED -> throw refusal;
                });
        return page;
    }

    private ModelAndView view(long id, String done, FormErrors errors, @Nullable String link) {
        return new ModelAndView("access/people/person")
                .addObject("shown", of(id))
                .addObject("done", done)
                .addObject("errors", errors)
                .addObject("link", link == null ? "" : link);
    }

    static int version(@Nullable Integer version) {
        if (version == null) {
            throw Refusal.versionMissing();
        }
        return version;
    }
}
