package se.samverkan.partnership.staffing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Level;
import se.samverkan.programme.variant.Staffing;
import se.samverkan.programme.variant.Text;
import se.samverkan.programme.variant.Variant;

/**
 * Who is needed for a partnership, as its programme variant says: the organiser's own level stands for the partnership as a
 * whole, but for the roles that are held at a unit, where it is the organiser's own unit.
 */
@Component
class Needs {

    /** The level of what is needed once for the partnership as a whole. */
    static final String CASE = "CASE";

    private static final Set<Role> AT_UNITS = Set.of(Role.WORKING_GROUP, Role.HEAD_TEACHER);

    private final Variants variants;

    Needs(Variants variants) {
        this.variants = variants;
    }

    /** One line of what a variant asks for, for the database: the role, the level or {@link #CASE}, and how many. */
    record Line(String variant, int version, String role, String level, int least) {}

    /** Every place to fill, with the people in it; those of roles that the programme does not ask for are left over. */
    List<Need> of(PartnershipView partnership, List<PersonInCase> people) {
        return staffing(partnership).stream()
                .flatMap(each -> places(partnership, each).map(unit -> need(each, unit, people)))
                .toList();
    }

    /** How many may hold a role at a place at once; empty where the programme does not ask for it there. */
    Optional<Integer> most(PartnershipView partnership, Role role, Optional<Long> unit) {
        return of(partnership, List.of()).stream()
                .filter(need -> need.role() == role && need.unitId().equals(unit))
                .map(Need::most)
                .findFirst();
    }

    /** What a variant asks for, as lines. */
    List<Line> lines(String variant, int version) {
        List<Line> lines = new ArrayList<>();
        for (Staffing each :
                variants.read(variant, version).map(Variant::staffing).orElse(List.of())) {
            levels(each).forEach(level -> lines.add(new Line(variant, version, each.role(), level, each.atLeast())));
        }
        return lines;
    }

    /** The programme that a partnership runs under. */
    Optional<Variant> variant(PartnershipView partnership) {
        return variants.read(partnership.variant(), partnership.variantVersion());
    }

    private List<Staffing> staffing(PartnershipView partnership) {
        return variant(partnership).map(Variant::staffing).orElse(List.of()).stream()
                .filter(each -> Arrays.stream(Role.values())
                        .anyMatch(role -> role.name().equals(each.role())))
                .toList();
    }

    private static Stream<Optional<Participant>> places(PartnershipView partnership, Staffing staffing) {
        return levels(staffing).stream()
                .flatMap(level -> level.equals(CASE)
                        ? Stream.of(Optional.empty())
                        : partnership.units().stream()
                                .filter(unit -> unit.level().name().equals(level)
                                        && unit.standing().isLive())
                                .map(Optional::of));
    }

    private static List<String> levels(Staffing staffing) {
        boolean atUnits = AT_UNITS.stream().anyMatch(role -> role.name().equals(staffing.role()));
        return staffing.levels().stream()
                .map(level -> level == Level.ORGANISER && !atUnits ? CASE : level.name())
                .toList();
    }

    private static Need need(Staffing staffing, Optional<Participant> unit, List<PersonInCase> people) {
        Role role = Role.valueOf(staffing.role());
        Optional<Long> id = unit.map(Participant::unit);
        return new Need(
                role,
                unit,
                staffing.atLeast(),
                staffing.atMost(),
                staffing.why(),
                people.stream()
                        .filter(each -> each.role() == role && each.unit().equals(id))
                        .toList());
    }

    /** What the programme calls a role, where it has an own word. */
    static Optional<Text> called(Optional<Variant> variant, Role role) {
        return variant.map(each -> each.terms().get(role.name()));
    }
}
