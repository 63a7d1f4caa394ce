package se.samverkan.meeting.plan;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samverkan.meeting.MeetingView;
import se.samverkan.partnership.PartnershipView;

/** The meetings of a case: those to come, those that are left to plan, those that have been. */
@Controller
class MeetingsController {

    private final Planning planning;
    private final TransactionTemplate reading;

    MeetingsController(Planning planning, TransactionTemplate transactions) {
        this.planning = planning;
        this.reading = transactions;
    }

    @GetMapping("/partnerships/{partnership}/meetings")
    String list(@PathVariable long partnership, Model model) {
        reading.executeWithoutResult(status -> read(planning.partnership(partnership), model));
        return "meeting/plan/meetings";
    }

    private void read(PartnershipView partnership, Model model) {
        List<MeetingView> all = planning.ofPartnership(partnership.id());
        model.addAttribute("partnership", partnership);
        model.addAttribute("coming", all.stream().filter(this::isComing).toList());
        model.addAttribute(
                "held",
                all.stream()
                        .filter(each -> !isComing(each) && !each.isCancelled())
                        .toList()
                        .reversed());
        model.addAttribute(
                "cancelled", all.stream().filter(MeetingView::isCancelled).toList());
        model.addAttribute("left", planning.left(partnership));
        model.addAttribute(
                "mayAdd",
                partnership.standing().isLive() && !planning.places(partnership).isEmpty());
    }

    private boolean isComing(MeetingView meeting) {
        return meeting.isOpen() && meeting.ends().isAfter(planning.now());
    }
}
