package se.samverkan.followup.report;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.partnership.Partnerships;
import se.samverkan.statistics.InventedStory;

/** The demonstration's head teacher has begun an interim report from the checkpoints and adopted it. */
@Component
@Order(63)
class InventedReportAdopted implements InventedStory {

    private final Reports reports;
    private final FollowedPlans plans;
    private final Partnerships partnerships;

    InventedReportAdopted(Reports reports, FollowedPlans plans, Partnerships partnerships) {
        this.reports = reports;
        this.plans = plans;
        this.partnerships = partnerships;
    }

    @Override
    public String step() {
        return "follow-up-report-adopted";
    }

    @Override
    public Role teller() {
        return Role.HEAD_TEACHER;
    }

    @Override
    public void tell() {
        partnerships.live().stream()
                .flatMap(partnership -> plans.ofPartnership(partnership).stream())
                .filter(plan -> plan.closes() && plan.isLive())
                .findFirst()
                .ifPresent(this::adopt);
    }

    private void adopt(FollowedPlan plan) {
        ReportView report = reports.report(reports.begin(plan.id(), ReportKind.INTERIM));
        if (report.areas().stream().allMatch(Reports::isTold)) {
            reports.adopt(report.id(), report.version());
        }
    }
}
