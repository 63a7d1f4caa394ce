package se.samverkan.followup.report;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.followup.report.ReportView.Standing;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.page.FreeText;
import se.samverkan.statistics.InventedStory;

/** The demonstration's education director adopts the interim report for the organiser. */
@Component
@Order(64)
class InventedReportApproved implements InventedStory {

    private final Reports reports;
    private final FollowedPlans plans;
    private final Partnerships partnerships;

    InventedReportApproved(Reports reports, FollowedPlans plans, Partnerships partnerships) {
        this.reports = reports;
        this.plans = plans;
        this.partnerships = partnerships;
    }

    @Override
    public String step() {
        return "follow-up-report-approved";
    }

    @Override
    public Role teller() {
        return Role.EDUCATION_DIRECTOR;
    }

    @Override
    public void tell() {
        partnerships.live().stream()
                .flatMap(partnership -> plans.ofPartnership(partnership).stream())
                .flatMap(plan -> reports.ofPlan(plan).stream())
                .filter(report -> report.standing() == Standing.ADOPTED && reports.approves(report))
                .toList()
                .forEach(this::approve);
    }

    private void approve(ReportView report) {
        reports.decide(report.id(), report.version(), true, FreeText.NONE);
    }
}
