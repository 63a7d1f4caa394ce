package se.samverkan.statistics.skolverket;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import se.samverkan.organisation.Directory;
import se.samverkan.shared.Progress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One fetch from its first question to its receipt. Every step asks the journal what it has already, so the same walk
 * begins a fetch and goes on with one that was stopped.
 */
@Component
class SyncWork {

    /**
     * So many units, spread over the country, are asked for their survey index first. Where the API has surveys at all
     * most schools have one: if a tenth had, sixty misses would come by chance once in five hundred fetches.
     */
    private static final int SURVEY_SAMPLE = 60;

    private static final List<String> FORMS_WITH_FIGURES = List.of("gr", "gy");
    private static final Set<String> STILL_THERE = Set.of("AKTIV", "VILANDE", "PLANERAD");
    private static final Set<String> SURVEYS = Set.of("pupilsgr", "pupilsgy", "custodiansgr", "custodiansfsk");

    private final SkolverketSettings settings;
    private final SyncJournal journal;
    private final SyncLedger ledger;
    private final SyncIntake intake;
    private final Directory directory;
    private final JsonMapper json;
    private final Clock clock;

    SyncWork(
            SkolverketSettings settings,
            SyncJournal journal,
            SyncLedger ledger,
            SyncIntake intake,
            Directory directory,
            JsonMapper json,
            Clock clock) {
        this.settings = settings;
        this.journal = journal;
        this.ledger = ledger;
        this.intake = intake;
        this.directory = directory;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Does all that is left of a fetch; it ends done or failed, unless it is interrupted and can be taken up again.
     *
     * @return why it failed, as a key, or nothing when it is done
     */
    Optional<String> finish(UUID run, Progress.Watcher watcher) throws InterruptedException {
        journal.takeUp(run);
        try (ApiClient client = new ApiClient(settings, clock)) {
            Fetch fetch = new Fetch(client, journal, settings.patience(), run, watcher);
            lists(run, fetch);
            journal.plan(run, aboutUnits(run));
            fetch.all("sync.units");
            surveys(run, fetch);
            watcher.at("sync.taking", 0, 0);
            intake.takeIn(run, settings.url().getHost());
            return Optional.empty();
        } catch (Fetch.GivenUp e) {
            return ledger.failed(run, e.last().reason(), e.last().details());
        }
    }

    private void lists(UUID run, Fetch fetch) throws InterruptedException, Fetch.GivenUp {
        List<Question> lists = new ArrayList<>(List.of(
                Question.of(Kind.REGISTER_UNITS, Paths.REGISTER_UNITS),
                Question.of(Kind.ORGANISERS, Paths.ORGANISERS),
                Question.of(Kind.AREAS, Paths.AREAS),
                Question.of(Kind.SALSA, Paths.SALSA)));
        FORMS_WITH_FIGURES.forEach(form -> lists.add(Question.of(Kind.LISTING, Paths.listing(form, 0))));
        journal.plan(run, lists);
        fetch.all("sync.lists");
        mustHave(run, Paths.REGISTER_UNITS);
        for (String form : FORMS_WITH_FIGURES) {
            mustHave(run, Paths.listing(form, 0));
            journal.plan(run, furtherPages(run, form));
        }
        fetch.all("sync.lists");
    }

    /** Without the lists nobody knows what to ask for. */
    private void mustHave(UUID run, String path) throws Fetch.GivenUp {
        Optional<Answer.GivenUp> givenUp = journal.givenUp(run, path);
        if (givenUp.isPresent()) {
            throw new Fetch.GivenUp(givenUp.get());
        }
    }

    private List<Question> furtherPages(UUID run, String form) {
        List<Question> pages = new ArrayList<>();
        journal.eachOf(run, Kind.LISTING, (question, answer) -> {
            if (question.path().equals(Paths.listing(form, 0))) {
                int all = body(answer).path("page").path("totalPages").asInt(1);
                for (int page = 1; page < all; page++) {
                    pages.add(Question.of(Kind.LISTING, Paths.listing(form, page)));
                }
            }
        });
        return pages;
    }

    private List<Question> aboutUnits(UUID run) {
        List<Question> questions = new ArrayList<>(registerUnits(run));
        journal.eachOf(run, Kind.LISTING, (question, answer) -> {
            for (JsonNode unit : body(answer).path("_embedded").path("listedSchoolUnits")) {
                aboutFigures(unit, questions);
            }
        });
        return questions;
    }

    private static void aboutFigures(JsonNode unit, List<Question> questions) {
        String code = Published.text(unit, "code");
        if (code == null || !Roll.isCode(code)) {
            return;
        }
        for (JsonNode form : unit.path("typeOfSchooling")) {
            switch (form.path("code").asString()) {
                case "gr" -> questions.add(new Question(Kind.COMPULSORY, Paths.figures(code, "gr"), code));
                case "gy" -> questions.add(new Question(Kind.UPPER_SECONDARY, Paths.figures(code, "gy"), code));
                default -> {}
            }
        }
    }

    /** Asks for surveys, unless a sample of the units shows that the API has none now. */
    private void surveys(UUID run, Fetch fetch) throws InterruptedException, Fetch.GivenUp {
        List<Question> indexes = surveyIndexes(run);
        int step = Math.max(1, indexes.size() / SURVEY_SAMPLE);
        journal.plan(
                run,
                IntStream.range(0, indexes.size())
                        .filter(i -> i % step == 0)
                        .mapToObj(indexes::get)
                        .toList());
        fetch.all("sync.surveys");
        if (journal.hasOtherThanNothing(run, Kind.SURVEYS)) {
            journal.plan(run, indexes);
            fetch.all("sync.surveys");
            journal.plan(run, surveysOf(run));
            fetch.all("sync.surveys");
        }
    }

    private List<Question> surveyIndexes(UUID run) {
        Set<String> codes = new TreeSet<>();
        journal.eachOf(run, Kind.LISTING, (question, answer) -> {
            for (JsonNode unit : body(answer).path("_embedded").path("listedSchoolUnits")) {
                String code = Published.text(unit, "code");
                if (code != null && Roll.isCode(code)) {
                    codes.add(code);
                }
            }
        });
        return codes.stream()
                .map(code -> new Question(Kind.SURVEYS, Paths.surveys(code), code))
                .toList();
    }

    /** The units that are there, and those that have closed but are known here, so that their closing is known too. */
    private List<Question> registerUnits(UUID run) {
        Set<String> wanted = new HashSet<>();
        Set<String> closed = new HashSet<>();
        journal.eachOf(run, Kind.REGISTER_UNITS, (question, answer) -> {
            for (JsonNode unit : json.readTree(answer).path("data").path("attributes")) {
                String code = Published.text(unit, "schoolUnitCode");
                if (code != null && Roll.isCode(code)) {
                    boolean there = STILL_THERE.contains(unit.path("status").asString());
                    (there ? wanted : closed).add(code);
                }
            }
        });
        wanted.addAll(directory.knownKeys(closed));
        return wanted.stream()
                .map(code -> new Question(Kind.REGISTER_UNIT, Paths.registerUnit(code), code))
                .toList();
    }

    /** The survey index says by its names which surveys there are; where its links lead is not looked at. */
    private List<Question> surveysOf(UUID run) {
        List<Question> questions = new ArrayList<>();
        journal.eachOf(
                run,
                Kind.SURVEYS,
                (question, answer) -> body(answer).path("_links").properties().stream()
                        .map(java.util.Map.Entry::getKey)
                        .filter(SURVEYS::contains)
                        .forEach(survey -> questions.add(
                                new Question(Kind.SURVEY, Paths.survey(question.unit(), survey), question.unit()))));
        return questions;
    }

    private JsonNode body(byte[] answer) {
        return SyncIntake.body(json.readTree(answer));
    }
}
