package se.samverkan.meeting.plan;

import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.meeting.MeetingView;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.partnership.Standing;
import se.samverkan.programme.variant.MeetingSeries;
import se.samverkan.programme.variant.MeetingSeries.Together;

/**
 * Meetings that all cases of a cohort hold as one. Each case has a meeting of its own in a gathering; they are planned, moved and
 * called off together, by those who plan the meetings of every case in it.
 */
@Component
public class Gatherings {

    private static final Set<Standing> GOING_ON = EnumSet.of(Standing.ACCEPTED, Standing.RUNNING, Standing.PAUSED);

    private final Partnerships partnerships;
    private final StoredMeetings store;
    private final JdbcClient database;

    Gatherings(Partnerships partnerships, StoredMeetings store, JdbcClient database) {
        this.partnerships = partnerships;
        this.store = store;
        this.database = database;
    }

    /** Whether the cases of a cohort meet as one in a series, and this case has a cohort. */
    static boolean isCommon(PartnershipView partnership, MeetingSeries series) {
        return series.together() == Together.COHORT && partnership.cohort().isPresent();
    }

    /** Whether the actor plans what the cohort of a case does as one. */
    @Transactional(readOnly = true)
    public boolean mayPlan(PartnershipView partnership) {
        return partnership
                .cohort()
                .filter(cohort -> database.sql("select meeting.plans_cohort(?)")
                        .param(cohort.id())
                        .query(Boolean.class)
                        .single())
                .isPresent();
    }

    /** Whether the actor plans every meeting that is held as one with this; one that is held alone is nobody else's. */
    @Transactional(readOnly = true)
    public boolean plansAll(MeetingView meeting) {
        return meeting.gathering().isEmpty()
                || database.sql("select meeting.plans_gathering(?)")
                        .param(meeting.gathering().get())
                        .query(Boolean.class)
                        .single();
    }

    /** The cases that meet as one in a series; the case alone where they do not. */
    @Transactional(readOnly = true)
    public List<PartnershipView> together(SeriesPlan plan) {
        return plan.isCommon() ? cases(plan.partnership()) : List.of(plan.partnership());
    }

    /** The cases of the cohort that are going on, in the order of their ids. */
    List<PartnershipView> cases(PartnershipView partnership) {
        return partnership.cohort().map(cohort -> partnerships.ofCohort(cohort.id())).orElse(List.of()).stream()
                .filter(each -> GOING_ON.contains(each.standing()))
                .sorted(Comparator.comparingLong(PartnershipView::id))
                .toList();
    }

    /** The meetings that are held as one with this and are open, itself first; as far as the actor sees them. */
    @Transactional(readOnly = true)
    public List<MeetingView> open(MeetingView meeting) {
        return meeting.gathering().map(store::ofGathering).orElse(List.of(meeting)).stream()
                .filter(each -> each.isOpen() || each.id() == meeting.id())
                .sorted(Comparator.comparing(each -> each.id() != meeting.id()))
                .toList();
    }

    /** What it is held as one with in other cases, as far as the actor knows of them. */
    @Transactional(readOnly = true)
    public List<HeldAsOne> inOtherCases(MeetingView meeting) {
        List<MeetingView> others = meeting.gathering().map(store::ofGathering).orElse(List.of()).stream()
                .filter(each -> each.id() != meeting.id() && !each.isCancelled())
                .toList();
        return others.isEmpty()
                ? List.of()
                : partnerships.find(meeting.partnership()).map(this::cases).orElse(List.of()).stream()
                        .flatMap(each -> others.stream()
                                .filter(other -> other.partnership() == each.id())
                                .map(other -> new HeldAsOne(each.organiserName(), other.address())))
                        .toList();
    }

    /** A meeting of the cohort's that is planned already: a case that joins later comes to the same. */
    Optional<MeetingView> planned(PartnershipView partnership, MeetingDraft draft) {
        return partnership.cohort().flatMap(cohort -> store.inCohort(cohort.id(), draft.series(), draft.item()));
    }

    long begin(PartnershipView partnership) {
        return database.sql("insert into meeting.gathering (cohort) values (?) returning id")
                .param(partnership.cohort().orElseThrow().id())
                .query(Long.class)
                .single();
    }
}
