package se.samverkan.reporting.publication;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.evaluation.ToldRuns;
import se.samverkan.evaluation.ToldRuns.ToldRun;
import se.samverkan.intervention.lesson.LessonView;
import se.samverkan.intervention.lesson.Lessons;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.Standing;
import se.samverkan.reporting.publication.Publication.Kind;
import se.samverkan.reporting.publication.StoredPublications.Begun;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door through which something that is kept in another room is chosen to be published: that an organiser takes part or has, a
 * lesson, what an evaluation came to. What is chosen is copied as it stands then, so that what is reviewed is what is shown.
 */
@Component
public class PublicationChoosing {

    private static final int MOST_OF_GROUND = 1_000;
    /** Those whose agreements are public documents. */
    private static final Set<String> PUBLIC = Set.of("MUNICIPAL", "REGION", "STATE");

    private static final Set<Standing> TAKES_OR_TOOK_PART =
            Set.of(Standing.ACCEPTED, Standing.RUNNING, Standing.PAUSED, Standing.DISCONTINUED, Standing.COMPLETED);

    private final Publications publications;
    private final StoredPublications store;
    private final Partnerships partnerships;
    private final Directory directory;
    private final Lessons lessons;
    private final ToldRuns runs;
    private final Rights rights;
    private final MessageSource messages;
    private final JsonMapper json;

    PublicationChoosing(
            Publications publications,
            StoredPublications store,
            Partnerships partnerships,
            Directory directory,
            Lessons lessons,
            ToldRuns runs,
            Rights rights,
            MessageSource messages,
            JsonMapper json) {
        this.publications = publications;
        this.store = store;
        this.partnerships = partnerships;
        this.directory = directory;
        this.lessons = lessons;
        this.runs = runs;
        this.rights = rights;
        this.messages = messages;
        this.json = json;
    }

    /** Who may tell of a partnership: its organiser, or where that is a public one the office that runs it. */
    private Optional<Sender> sender(
            PartnershipView partnership, Map<Long, Sender> senders, Map<Long, OrganiserView> organisers) {
        return Optional.ofNullable(senders.get(partnership.organiser()))
                .or(() -> Optional.ofNullable(organisers.get(partnership.organiser()))
                        .filter(organiser -> PUBLIC.contains(organiser.type()))
                        .map(organiser -> senders.get(partnership.owner())));
    }

    private Map<Long, Sender> wholes() {
        return publications.senders().stream()
                .filter(each -> each.unit().isEmpty())
                .collect(Collectors.toMap(Sender::organisation, Function.identity(), (one, other) -> one));
    }

    /**
     * A partnership of which the actor can tell.
     *
     * @param byOffice whether the actor does so for the office, which needs a ground in law and shows no units
     */
    record Tellable(PartnershipView partnership, boolean byOffice) {}

    /** Those that go on first, then those that have ended. */
    @Transactional(readOnly = true)
    List<Tellable> partnerships() {
        return tellable(Stream.concat(partnerships.live().stream(), partnerships.ended().stream()));
    }

    @Transactional(readOnly = true)
    Tellable partnership(long id) {
        return tellable(partnerships.find(id).stream()).stream().findFirst().orElseThrow(Refusal::notSeen);
    }

    private List<Tellable> tellable(Stream<PartnershipView> known) {
        Map<Long, Sender> senders = wholes();
        List<PartnershipView> told = known.filter(each -> each.owner() != each.organiser())
                .filter(each -> TAKES_OR_TOOK_PART.contains(each.standing()))
                .toList();
        Map<Long, OrganiserView> organisers = directory.organisersByIds(
                told.stream().map(PartnershipView::organiser).toList());
        return told.stream()
                .flatMap(each ->
                        sender(each, senders, organisers).stream().map(sender -> new Tellable(each, sender.office())))
                .toList();
    }

    /**
     * Begins to tell that an organiser takes part.
     *
     * @param units those of its units that are shown
     * @param ground what law makes it public; for the office
     * @return the id of the draft
     */
    @Transactional
    long takePart(long partnership, Set<Long> units, FreeText ground) {
        Tellable told = partnership(partnership);
        PartnershipView view = told.partnership();
        if (told.byOffice() && ground.text().isBlank() || ground.text().length() > MOST_OF_GROUND) {
            throw Refusal.rule("publication.error.ground", MOST_OF_GROUND);
        }
        if (units.stream().anyMatch(unit -> view.participant(unit).isEmpty()) || told.byOffice() && !units.isEmpty()) {
            throw Refusal.rule("publication.error.units");
        }
        long id = publications.begin(
                new Begun(
                        Kind.PARTICIPATION,
                        told.byOffice() ? view.owner() : view.organiser(),
                        view.organiser(),
                        null,
                        view.id(),
                        view.organiserName(),
                        "",
                        "",
                        told.byOffice() ? ground.text() : ""),
                ground);
        store.show(id, new HashSet<>(units));
        return id;
    }

    /** The lessons that the actor writes in, of units and organisers that take part. */
    @Transactional(readOnly = true)
    List<LessonView> lessons() {
        Map<String, Sender> senders = publications.senders().stream()
                .collect(Collectors.toMap(Sender::key, Function.identity(), (one, other) -> one));
        return lessons.mine().stream()
                .filter(each -> each.removed().isEmpty())
                .filter(each -> senders.containsKey(each.teller().key())
                        || senders.containsKey("organisation-" + each.teller().organisation()))
                .toList();
    }

    /** @return the id of the draft */
    @Transactional
    long tellLesson(long lesson) {
        LessonView chosen = lessons().stream()
                .filter(each -> each.id() == lesson)
                .findFirst()
                .orElseThrow(() -> Refusal.rule("publication.error.lesson"));
        LessonText text = new LessonText(
                chosen.text().cause(),
                chosen.text().tried(),
                chosen.text().seen(),
                chosen.text().again());
        return publications.begin(
                new Begun(
                        Kind.LESSON,
                        chosen.teller().organisation(),
                        chosen.teller().organisation(),
                        chosen.teller().unit().orElse(null),
                        chosen.id(),
                        chosen.text().title(),
                        "",
                        json.writeValueAsString(text),
                        ""),
                FreeText.NONE);
    }

    /** The evaluations that are done and that the actor reads, of offices for which the actor writes. */
    @Transactional(readOnly = true)
    List<ToldRun> runs() {
        rights.require(Verb.WRITE_PUBLICATIONS);
        Map<Long, Sender> senders = wholes();
        boolean all = rights.allowEverywhere(Verb.WRITE_PUBLICATIONS);
        return runs.done().stream()
                .filter(run -> all || senders.containsKey(run.owner()))
                .toList();
    }

    /** @return the id of the draft */
    @Transactional
    long tellResult(long run) {
        ToldRun chosen = runs().stream()
                .filter(each -> each.id() == run)
                .findFirst()
                .orElseThrow(() -> Refusal.rule("publication.error.run"));
        ResultText text = new ResultText(
                chosen.planned(),
                Map.of(
                        "sv", runs.told(run, new Words(messages, Words.SWEDISH)).orElseThrow(Refusal::notSeen),
                        "en", runs.told(run, new Words(messages, Words.ENGLISH)).orElseThrow(Refusal::notSeen)));
        return publications.begin(
                new Begun(
                        Kind.RESULT,
                        chosen.owner(),
                        null,
                        null,
                        chosen.id(),
                        chosen.round(),
                        "",
                        json.writeValueAsString(text),
                        ""),
                FreeText.NONE);
    }
}
