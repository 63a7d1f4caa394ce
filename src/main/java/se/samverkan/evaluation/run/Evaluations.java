package se.samverkan.evaluation.run;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.selection.EvaluableRounds;
import se.samverkan.selection.EvaluableRounds.Allotment;
import se.samverkan.selection.EvaluableRounds.Known;
import se.samverkan.selection.EvaluableRounds.Outcome;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.statistics.Indicators;
import se.samverkan.statistics.Snapshots;

/**
 * The door to evaluations: a round is evaluated by the plan that was locked when its places were allotted, or beside it, and every run
 * is kept. What is asked is computed by a job, with the rights that the person has then.
 */
@Component
public class Evaluations {

    private static final int MOST = 200;
    private static final int LONGEST_WHY = 2_000;

    private final EvaluableRounds rounds;
    private final StoredRuns runs;
    private final Bundle bundle;
    private final Snapshots snapshots;
    private final Indicators indicators;
    private final Rights rights;
    private final AuditTrail trail;
    private final ObjectProvider<SchedulerClient> jobs;
    private final Clock clock;
    private final String software;
    private final SecureRandom chance = new SecureRandom();

    Evaluations(
            EvaluableRounds rounds,
            StoredRuns runs,
            Bundle bundle,
            Snapshots snapshots,
            Indicators indicators,
            Rights rights,
            AuditTrail trail,
            ObjectProvider<SchedulerClient> jobs,
            ObjectProvider<BuildProperties> build,
            Clock clock) {
        this.rounds = rounds;
        this.runs = runs;
        this.bundle = bundle;
        this.snapshots = snapshots;
        this.indicators = indicators;
        this.rights = rights;
        this.trail = trail;
        this.jobs = jobs;
        this.clock = clock;
        this.software = Optional.ofNullable(build.getIfAvailable())
                .map(BuildProperties::getVersion)
                .orElse("?");
    }

    public boolean mayAsk() {
        return rights.allow(Verb.EVALUATE);
    }

    /** The rounds that the actor may evaluate, the newest first. */
    @Transactional(readOnly = true)
    public List<Known> rounds() {
        rights.require(Verb.EVALUATE);
        return rounds.all();
    }

    /** What a round left. */
    @Transactional(readOnly = true)
    public Allotment allotment(long round) {
        rights.require(Verb.EVALUATE);
        return rounds.allotment(round);
    }

    /** The runs that the actor may read, the newest first. */
    @Transactional(readOnly = true)
    public List<RunView> runs() {
        rights.require(Verb.READ_EVALUATIONS);
        return runs.all(MOST);
    }

    @Transactional(readOnly = true)
    public List<RunView> runs(long round) {
        rights.require(Verb.READ_EVALUATIONS);
        return runs.ofRound(round);
    }

    @Transactional(readOnly = true)
    public RunView run(long id) {
        rights.require(Verb.READ_EVALUATIONS);
        return runs.find(id).orElseThrow(Refusal::notSeen);
    }

    /** What came of a run, one for each outcome; none before it is done. */
    @Transactional(readOnly = true)
    public List<OutcomeResult> results(long id) {
        return runs.results(run(id).id());
    }

    /** Asks for what the plan says. */
    @Transactional
    public long askPlanned(long round) {
        Allotment allotment = allotment(round);
        List<String> outcomes =
                allotment.plan().outcomes().stream().map(Outcome::indicator).toList();
        return ask(
                allotment,
                true,
                new Question(
                        Design.of(allotment.round().by()),
                        outcomes,
                        allotment.plan().dose(),
                        FreeText.NONE));
    }

    /** Asks beside the plan; what comes of it is exploratory for ever. */
    @Transactional
    public long askBeside(long round, Question question) {
        Allotment allotment = allotment(round);
        if (question.outcomes().isEmpty()
                || question.outcomes().stream()
                        .anyMatch(outcome -> indicators.find(outcome).isEmpty())) {
            throw Refusal.rule("evaluation.refusal.outcomes");
        }
        if (!question.design().fits(allotment.round().by())) {
            throw Refusal.rule(
                    question.design() == Design.PAIRS
                            ? "evaluation.refusal.no-lot"
                            : "evaluation.refusal.no-threshold-decided");
        }
        if (question.why().text().isBlank() || question.why().text().length() > LONGEST_WHY) {
            throw Refusal.rule("evaluation.refusal.why", LONGEST_WHY);
        }
        if (question.dose() && question.design().joinsRounds()) {
            throw Refusal.rule("evaluation.refusal.dose-joined");
        }
        if (question.design().joinsRounds()
                && joined(allotment.round(), question.design()).size() < 2) {
            throw Refusal.rule("evaluation.refusal.one-round");
        }
        return ask(allotment, false, question);
    }

    /** The designs that a round can be evaluated by beside its plan. */
    @Transactional(readOnly = true)
    public List<Design> designs(Known round) {
        return Arrays.stream(Design.values())
                .filter(design -> design.fits(round.by()))
                .filter(design -> !design.joinsRounds() || joined(round, design).size() > 1)
                .toList();
    }

    /** The rounds that a design is made of, the first first. */
    private List<Known> joined(Known round, Design design) {
        return design.joinsRounds()
                ? rounds().stream()
                        .filter(other -> design.joins(round, other))
                        .sorted(Comparator.comparingLong(Known::id))
                        .toList()
                : List.of(round);
    }

    private long ask(Allotment allotment, boolean planned, Question question) {
        rights.require(Verb.EVALUATE, allotment.round().owner());
        int known = snapshots.lastImport();
        long seed = chance.nextInt(1, Integer.MAX_VALUE);
        long id = runs.add(
                allotment, joined(allotment.round(), question.design()), planned, question, known, seed, software);
        trail.record(happening(
                        planned ? "asked" : "asked-beside",
                        id,
                        allotment.round().name(),
                        allotment.round().owner())
                .changing("evaluation-outcomes", null, String.join(", ", question.outcomes()))
                .changing("evaluation-seed", null, seed)
                .changing("number-reason", null, question.why().numberReasonOrNull()));
        afterwards(() -> jobs.ifAvailable(client -> client.scheduleIfNotExists(
                EvaluationJob.TASK.instance(Long.toString(id)).build(), clock.instant())));
        return id;
    }

    private static Happening happening(String deed, long run, String round, long owner) {
        return Happening.of(
                "evaluation." + deed, new Happening.Subject("evaluation", Long.toString(run), round), owner);
    }

    /** The job may begin at once, and must then see what it is to compute. */
    private static void afterwards(Runnable deed) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                deed.run();
            }
        });
    }

    /** A run that is done as one file, by which anyone can make it again; the log tells that it was taken out. */
    @Transactional
    public byte[] file(long id) {
        rights.require(Verb.EVALUATE);
        RunView run = Optional.of(run(id)).filter(RunView::isDone).orElseThrow(Refusal::notSeen);
        rights.require(Verb.EVALUATE, run.owner());
        byte[] file = bundle.of(run, runs.resultText(id), runs.data(id));
        trail.record(happening("exported", id, run.roundName(), run.owner()));
        return file;
    }
}
