package se.samverkan.partnership.staffing;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import se.samverkan.access.Role;
import se.samverkan.partnership.staffing.StoredStaffing.Draft;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.SentForm;

/** What is written when a role is given or moved, read from the form and checked. */
final class StaffForm {

    /** What the list of people sends for somebody who is not in it. */
    static final String NEW = "new";

    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>,;]+@[^\\s@<>,;]+\\.[^\\s@<>,;]+");
    private static final int LONGEST = 200;

    private StaffForm() {}

    static FormErrors errors(SentForm sent, Role role) {
        FormErrors errors = FormErrors.none();
        if (sent.day("from").isEmpty()) {
            errors = errors.with("from", "partnership.staffing.error.from");
        }
        if (!sent.text("to").isEmpty() && sent.day("to").isEmpty()) {
            errors = errors.with("to", "partnership.staffing.error.to");
        }
        if (role == Role.WORKING_GROUP && standsFor(sent).isEmpty()) {
            errors = errors.with("stands-for", "partnership.staffing.error.stands-for");
        }
        return errors;
    }

    /** The same for somebody who is given a role: chosen in the list, or named with an address. */
    static FormErrors errorsOfNew(SentForm sent, Role role) {
        FormErrors errors = errors(sent, role);
        if (person(sent).isPresent()) {
            return errors;
        }
        if (!isNew(sent)) {
            return errors.with("person", "partnership.staffing.error.person");
        }
        if (sent.text("name").isEmpty() || sent.text("name").length() > LONGEST) {
            errors = errors.with("name", "people.error.name");
        }
        if (!isAddress(sent.text("email"))) {
            errors = errors.with("email", "people.error.email");
        }
        return errors;
    }

    static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches() && text.length() <= LONGEST;
    }

    static boolean isNew(SentForm sent) {
        return sent.text("person").equals(NEW);
    }

    static Optional<Long> person(SentForm sent) {
        return number(sent.text("person"));
    }

    static Optional<Long> number(String text) {
        return text.matches("\\d{1,18}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
    }

    static Optional<Role> role(String text) {
        return StaffingRights.GIVEN.stream()
                .filter(role -> role.name().equals(text))
                .findFirst();
    }

    static Optional<StandsFor> standsFor(SentForm sent) {
        return Arrays.stream(StandsFor.values())
                .filter(each -> each.name().equals(sent.text("stands-for")))
                .findFirst();
    }

    /** What the form says; asked once it has no errors. */
    static Draft draft(SentForm sent, Role role, Optional<Long> unit) {
        return new Draft(
                role,
                unit,
                standsFor(sent).filter(each -> role == Role.WORKING_GROUP),
                sent.day("from").orElseThrow(),
                sent.day("to"));
    }

    static SentForm of(PersonInCase person) {
        return SentForm.ofVersion(person.version())
                .with("from", person.from().toString())
                .with("to", person.to().map(Object::toString).orElse(""))
                .with("stands-for", person.standsFor().map(StandsFor::name).orElse(""));
    }
}
