package se.samverkan.partnership.staffing;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import se.samverkan.access.Role;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.page.Page;

/**
 * Who is who in a partnership, as its page shows it: the partnership as a whole first, then unit by unit.
 *
 * @param needs every place that the programme asks to be filled, with its people
 * @param others those whose role the programme does not ask for where they have it
 */
record StaffingPage(
        PartnershipView partnership,
        Optional<Variant> variant,
        List<Need> needs,
        List<PersonInCase> others,
        StaffingRights rights,
        LocalDate today) {

    /** How near a last day is told beside the name. */
    static final int SOON_DAYS = 60;

    List<Need> whole() {
        return needs.stream().filter(need -> need.unit().isEmpty()).toList();
    }

    List<Need> at(Participant unit) {
        return needs.stream()
                .filter(need -> need.unitId().equals(Optional.of(unit.unit())))
                .toList();
    }

    List<Participant> units() {
        return partnership.units().stream().filter(unit -> !at(unit).isEmpty()).toList();
    }

    /** What is missing or loose, for the head of the page. */
    List<Need> loose() {
        return needs.stream()
                .filter(need -> need.missing() > 0 || need.lacksTeacher())
                .toList();
    }

    boolean mayGive(Need need) {
        return rights.allow(need.role(), need.unitId());
    }

    boolean mayChange(PersonInCase person) {
        return person.givenHere() && rights.allow(person.role(), person.unit());
    }

    boolean endsSoon(PersonInCase person) {
        return person.endsWithin(SOON_DAYS, today);
    }

    /** What a role is called in this programme. */
    String called(Page page, Role role) {
        return Needs.called(variant, role)
                .map(text -> text.in(page.locale()))
                .map(word -> word.substring(0, 1).toUpperCase(page.locale()) + word.substring(1))
                .orElseGet(() -> page.text("role." + role));
    }

    String address() {
        return "/partnerships/" + partnership.id();
    }
}
