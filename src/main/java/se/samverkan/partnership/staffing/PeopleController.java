package se.samverkan.partnership.staffing;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.shared.RecordLog;

/** Who is who in a partnership, and who is missing. */
@Controller("partnershipPeopleController")
class PeopleController {

    private static final int MOST_LINES = 100;

    private final CaseStaffing staffing;
    private final Needs needs;
    private final RecordLog log;

    PeopleController(CaseStaffing staffing, Needs needs, RecordLog log) {
        this.staffing = staffing;
        this.needs = needs;
        this.log = log;
    }

    @GetMapping("/partnerships/{id}/people")
    String show(@PathVariable long id, Model model) {
        PartnershipView partnership = staffing.partnership(id);
        StaffingRights rights = staffing.mine(id);
        model.addAttribute("shown", page(partnership, rights));
        model.addAttribute(
                "log",
                rights.any() ? log.within(chains(partnership, rights), "partnership", "" + id, MOST_LINES) : List.of());
        return "partnership/staffing/people";
    }

    private StaffingPage page(PartnershipView partnership, StaffingRights rights) {
        List<PersonInCase> people = staffing.people(partnership.id());
        List<Need> asked = needs.of(partnership, people);
        Set<PersonInCase> placed =
                asked.stream().flatMap(need -> need.people().stream()).collect(Collectors.toSet());
        List<PersonInCase> others =
                people.stream().filter(each -> !placed.contains(each)).toList();
        return new StaffingPage(partnership, needs.variant(partnership), asked, others, rights, staffing.today());
    }

    /** Each side reads its own side of the log. */
    private static Set<Long> chains(PartnershipView partnership, StaffingRights rights) {
        return rights.agency() ? Set.of(partnership.owner()) : Set.of(partnership.organiser());
    }
}
