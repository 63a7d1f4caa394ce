package se.samverkan.selection;

import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.selection.allotment.AllotmentView;
import se.samverkan.selection.allotment.Allotting;
import se.samverkan.selection.allotment.BasisView;
import se.samverkan.selection.allotment.Freezing;
import se.samverkan.selection.allotment.Grouping;
import se.samverkan.selection.allotment.PlanDraft;
import se.samverkan.selection.allotment.PlanDraft.Direction;
import se.samverkan.selection.allotment.PlanDraft.Model;
import se.samverkan.selection.allotment.PlanDraft.Outcome;
import se.samverkan.selection.allotment.Planning;
import se.samverkan.selection.candidate.BasisUnit;
import se.samverkan.selection.candidate.CandidateLists;
import se.samverkan.selection.candidate.CriteriaSetting;
import se.samverkan.selection.candidate.CriteriaView;
import se.samverkan.selection.candidate.Criterion;
import se.samverkan.selection.candidate.Criterion.Needy;
import se.samverkan.selection.candidate.Criterion.Use;
import se.samverkan.selection.candidate.CriterionKind;
import se.samverkan.selection.decision.Deciding;
import se.samverkan.selection.decision.Declaration;
import se.samverkan.selection.round.Duty;
import se.samverkan.selection.round.RoundDraft;
import se.samverkan.selection.round.RoundMaterial.Conclusion;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FreeText;
import se.samverkan.statistics.InventedFigures;
import se.samverkan.testing.Cast;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** A selection round on the figures of an invented country, with an officer who prepares it. */
public final class RoundOfFigures {

    public static final String FORM = "COMPULSORY";
    public static final int PLACES = 5;
    private static final int SCHOOLS = 60;
    private static final Period YEAR = Period.schoolYear(2024);

    public final Cast cast;
    public final long agency;
    public final long officer;
    public final long id;
    private final BeanFactory application;

    public RoundOfFigures(BeanFactory application, @Nullable Integer perOrganiser) {
        this(application, perOrganiser, PLACES);
    }

    public RoundOfFigures(BeanFactory application, @Nullable Integer perOrganiser, int places) {
        this.application = application;
        cast = new Cast(application.getBean(TestDatabase.class));
        if (cast.behind()
                        .sql("select count(*) from organisation.unit where kind = 'SCHOOL'")
                        .query(Integer.class)
                        .single()
                < SCHOOLS) {
            InventedFigures.fill(application, SCHOOLS);
        }
        agency = cast.agency("Skolmyndigheten");
        officer = cast.player("Hanna Handläggare", Role.PROGRAMME_OFFICER, agency);
        id = opened(perOrganiser, places);
    }

    private RoundOfFigures(RoundOfFigures earlier, int places) {
        application = earlier.application;
        cast = earlier.cast;
        agency = earlier.agency;
        officer = earlier.officer;
        id = opened(null, places);
    }

    /** The next round of the same officer in the same programme. */
    public RoundOfFigures next(int places) {
        return new RoundOfFigures(this, places);
    }

    private long opened(@Nullable Integer perOrganiser, int places) {
        long round = as(officer, () -> bean(SelectionRounds.class).open(agency, draft(perOrganiser, places)));
        set(round, 0, "gr9-passed-all", 3, 2);
        set(round, 1, "salsa-parents-education", 1, 1);
        return round;
    }

    private static RoundDraft draft(@Nullable Integer perOrganiser, int places) {
        return new RoundDraft(
                "Urval hösten 2027",
                "Att fler ska nå målen",
                "sbs",
                "VT 2028",
                YEAR,
                perOrganiser,
                List.of(new FormPlaces(FORM, places)));
    }

    public void set(int version, String indicator, int years, double weight) {
        set(id, version, indicator, years, weight);
    }

    private void set(long round, int version, String indicator, int years, double weight) {
        CriterionKind kind = indicator.startsWith("gr9") ? CriterionKind.LOW_RESULT : CriterionKind.CONDITION;
        does(() -> bean(CriteriaSetting.class)
                .set(
                        round,
                        version,
                        new Criterion(0, FORM, kind, indicator, YEAR, years, Needy.LOW, Use.WEIGHT, weight)));
    }

    /** A decision on the allotment, proposed by the officer and made by somebody else. */
    public void decide() {
        FreeText nothing = new FreeText("", "");
        long decider = joined("Berit Beslutsfattare", Role.DECIDER, Duty.DECIDER);
        does(() -> bean(Deciding.class)
                .propose(id, new FreeText("Behovet är störst här.", ""), "", new Declaration(true, nothing)));
        as(decider, () -> {
            bean(Deciding.class).decide(id, 1, nothing, new Declaration(true, nothing));
            return true;
        });
    }

    /** Somebody with a role at the agency and a duty in the round. */
    public long joined(String name, Role role, Duty duty) {
        long person = cast.player(name, role, agency);
        does(() -> bean(SelectionRounds.class).join(id, person, duty));
        return person;
    }

    public int freeze() {
        return as(officer, () -> bean(Freezing.class).freeze(id));
    }

    public void plan() {
        as(officer, () -> bean(Planning.class).lock(id, 0, planned("gr9-passed-all"), ""));
    }

    public static PlanDraft planned(String outcome) {
        return new PlanDraft(
                Model.PAIR_FIXED_EFFECTS,
                List.of(new Outcome(outcome, Direction.UP)),
                YEAR,
                3,
                "Fler elever når målen.\nMer stöd ger tid.");
    }

    /** As far as a frozen list. */
    public void list() {
        does(() -> bean(Allotting.class).commitSeed(id));
        does(() -> bean(Allotting.class).freezeList(id, Grouping.ORGANISER_TYPE));
    }

    /** The assessors have agreed that the so many units most in need cannot turn things round on their own. */
    public void agree(int most) {
        RoundView round = as(officer, () -> bean(SelectionRounds.class).round(id));
        CriteriaView criteria = as(officer, () -> bean(CriteriaSetting.class).current(id));
        bean(CandidateLists.class)
                .knownBy(round, round.forms().getFirst(), criteria, List.of(), Integer.MAX_VALUE)
                .list()
                .candidates()
                .stream()
                .filter(candidate -> candidate.need().index().isPresent())
                .sorted(java.util.Comparator.comparingDouble(
                        candidate -> -candidate.need().index().orElseThrow()))
                .limit(most)
                .forEach(candidate -> agreed(candidate.unit().id(), Conclusion.WITH_SUPPORT));
    }

    void agreed(long unit, Conclusion conclusion) {
        behind().sql("""
                        insert into selection.joint_assessment (round, unit, conclusion, reasons, made_by)
                        values (?, ?, ?, 'Kan inte själv', ?)
                        """).params(id, unit, conclusion.name(), officer).update();
    }

    public void exclude(long unit) {
        behind().sql("""
                        insert into selection.exclusion (round, unit, reason, made_by) values (?, ?, 'MERGER_PLANNED', ?)
                        """).params(id, unit, officer).update();
    }

    public BasisView basis() {
        return as(officer, () -> bean(Freezing.class).versions(id)).getFirst();
    }

    public List<BasisUnit> units() {
        return as(officer, () -> bean(Freezing.class).units(id, basis().version()));
    }

    public AllotmentView allotment() {
        return as(officer, () -> bean(Allotting.class).allotment(id)).orElseThrow();
    }

    public JdbcClient behind() {
        return cast.behind();
    }

    OptionalInt perOrganiser() {
        return basis().perOrganiser();
    }

    public <T> T bean(Class<T> type) {
        return application.getBean(type);
    }

    public <T> T as(long person, Supplier<T> deed) {
        return bean(ActingAs.class).person(person, deed);
    }

    public void does(Runnable deed) {
        as(officer, () -> {
            deed.run();
            return true;
        });
    }

    /** The reason of the refusal that the officer meets. */
    public String refused(Runnable deed) {
        try {
            does(deed);
        } catch (se.samverkan.shared.Refusal refusal) {
            return refusal.reason();
        }
        throw new AssertionError("was not refused");
    }
}
