package se.samverkan.intervention.lesson;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.intervention.catalogue.Theme;
import se.samverkan.organisation.search.TextIndex;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to what units and providers have learned: each writes its own and chooses who reads it, and the others find it by its
 * words and by what it is about.
 */
@Component
public class Lessons {

    /** More answers than these are not counted. */
    static final int MOST_FOUND = 1_000;

    private static final int MOST_ALIKE = 5;

    /** Of so many that are alike the most alike are shown; a search ranks up to {@link #MOST_FOUND}. */
    private static final int MOST_WEIGHED = 250;

    private final StoredLessons store;
    private final Rights rights;
    private final AuditTrail trail;

    Lessons(StoredLessons store, Rights rights, AuditTrail trail) {
        this.store = store;
        this.rights = rights;
        this.trail = trail;
    }

    /**
     * A page of what was found.
     *
     * @param total how many there are, of which at most {@link #MOST_FOUND} are counted
     */
    public record Found(List<LessonView> lessons, long total) {}

    /**
     * Lessons with every word that was typed, the nearest first; without a word, the newest first.
     *
     * @param page from 1
     */
    @Transactional(readOnly = true)
    public Found search(String typed, Optional<Theme> about, int page, int size) {
        rights.require(Verb.READ_LESSONS);
        Set<Theme> themes = EnumSet.noneOf(Theme.class);
        about.ifPresent(themes::add);
        return found(store.find(TextIndex.query(typed), themes, 0, MOST_FOUND, size, (long) (page - 1) * size));
    }

    /** Lessons of others for a like cause: about one of the same things, with words of the cause in theirs. */
    @Transactional(readOnly = true)
    public List<LessonView> alike(LessonView lesson) {
        return alike(
                lesson.text().title() + "\n" + lesson.text().cause(),
                lesson.text().themes(),
                lesson.id());
    }

    /** The same for a cause that nobody has told of yet; empty for who reads no lessons. */
    @Transactional(readOnly = true)
    public List<LessonView> alike(String cause, Set<Theme> about) {
        return rights.allow(Verb.READ_LESSONS) ? alike(cause, about, 0) : List.of();
    }

    private List<LessonView> alike(String cause, Set<Theme> about, long but) {
        String asked = TextIndex.anyOf(cause);
        return asked.isEmpty() || about.isEmpty()
                ? List.of()
                : store.find(asked, about, but, MOST_WEIGHED, MOST_ALIKE, 0).lessons();
    }

    private static Found found(StoredLessons.Found found) {
        return new Found(found.lessons(), found.total());
    }

    /** What the actor writes in, the newest first, with what was removed lately. */
    @Transactional(readOnly = true)
    public List<LessonView> mine() {
        return rights.allow(Verb.WRITE_LESSONS) ? store.mine() : List.of();
    }

    @Transactional(readOnly = true)
    public LessonView lesson(long id) {
        rights.require(Verb.READ_LESSONS);
        return store.lesson(id).orElseThrow(Refusal::notSeen);
    }

    /** The lesson, for one who writes in it. */
    @Transactional(readOnly = true)
    public LessonView toWrite(long id) {
        LessonView lesson = lesson(id);
        if (!lesson.mine()) {
            throw Refusal.notAllowed("refusal.verb.WRITE_LESSONS");
        }
        if (lesson.removed().isPresent()) {
            throw Refusal.rule("lesson.refusal.removed");
        }
        return lesson;
    }

    /** For whom the actor can tell something. */
    @Transactional(readOnly = true)
    public List<Teller> tellers() {
        rights.require(Verb.WRITE_LESSONS);
        return store.tellers();
    }

    /** @return the id of the lesson */
    @Transactional
    public long tell(Teller teller, LessonDraft draft, FreeText texts) {
        if (tellers().stream().noneMatch(each -> each.key().equals(teller.key()))) {
            throw Refusal.notAllowed("refusal.verb.WRITE_LESSONS");
        }
        check(teller, draft);
        long id = store.add(teller, draft);
        trail.record(happening("told", id, teller, draft)
                .changing("lesson-readers", null, draft.readers())
                .changing("lesson-contact", null, draft.contact())
                .changing("number-reason", null, texts.numberReasonOrNull()));
        return id;
    }

    @Transactional
    public void change(long id, int version, LessonDraft draft, FreeText texts) {
        LessonView before = toWrite(id);
        check(before.teller(), draft);
        store.change(id, version, draft);
        LessonDraft was = before.text();
        trail.record(happening("changed", id, before.teller(), draft)
                .changing("title", was.title(), draft.title())
                .changing("lesson-cause", was.cause(), draft.cause())
                .changing("lesson-tried", was.tried(), draft.tried())
                .changing("lesson-seen", was.seen(), draft.seen())
                .changing("lesson-again", was.again(), draft.again())
                .changing("lesson-readers", was.readers(), draft.readers())
                .changing("lesson-contact", was.contact(), draft.contact())
                .changing("number-reason", null, texts.numberReasonOrNull()));
    }

    private static void check(Teller teller, LessonDraft draft) {
        if (draft.readers() == Readers.PROVIDERS && !teller.provider()) {
            throw Refusal.rule("lesson.refusal.readers");
        }
    }

    /** Takes a lesson away from all readers; it can be taken back for 30 days. */
    @Transactional
    public void remove(long id) {
        LessonView lesson = toWrite(id);
        if (!store.remove(id, true)) {
            throw Refusal.stale();
        }
        trail.record(happening("removed", id, lesson.teller(), lesson.text()));
    }

    @Transactional
    public void takeBack(long id) {
        LessonView lesson = lesson(id);
        if (!lesson.mine()) {
            throw Refusal.notAllowed("refusal.verb.WRITE_LESSONS");
        }
        if (!store.remove(id, false)) {
            throw Refusal.rule("lesson.refusal.too-late");
        }
        trail.record(happening("taken-back", id, lesson.teller(), lesson.text()));
    }

    private static Happening happening(String what, long id, Teller teller, LessonDraft draft) {
        return Happening.of(
                "lesson." + what, new Subject("lesson", Long.toString(id), draft.title()), teller.organisation());
    }
}
