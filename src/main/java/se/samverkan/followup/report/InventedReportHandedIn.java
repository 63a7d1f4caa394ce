package se.samverkan.followup.report;

import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.followup.report.ReportView.Standing;
import se.samverkan.partnership.Partnerships;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/** The demonstration's head teacher hands the interim report in, once the organiser has adopted it. */
@Component
@Order(65)
class InventedReportHandedIn implements InventedStory {

    private final Reports reports;
    private final Handing handing;
    private final FollowedPlans plans;
    private final Partnerships partnerships;
    private final MessageSource messages;

    InventedReportHandedIn(
            Reports reports, Handing handing, FollowedPlans plans, Partnerships partnerships, MessageSource messages) {
        this.reports = reports;
        this.handing = handing;
        this.plans = plans;
        this.partnerships = partnerships;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "follow-up-report-handed-in";
    }

    @Override
    public Role teller() {
        return Role.HEAD_TEACHER;
    }

    @Override
    public void tell() {
        partnerships.live().stream()
                .flatMap(partnership -> plans.ofPartnership(partnership).stream())
                .flatMap(plan -> reports.ofPlan(plan).stream())
                .filter(report -> report.standing() == Standing.APPROVED)
                .toList()
                .forEach(this::handIn);
    }

    private void handIn(ReportView report) {
        handing.handIn(
                report.id(),
                report.version(),
                new FreeText(messages.getMessage("followup.invented.handed-in", null, Words.SWEDISH), ""));
    }
}
