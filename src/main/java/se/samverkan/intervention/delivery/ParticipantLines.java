package se.samverkan.intervention.delivery;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import se.samverkan.shared.PersonalNumbers;
import se.samverkan.shared.page.FormErrors;

/** Reads a list of participants as it was written: a line each, with name, role and group between semicolons. */
final class ParticipantLines {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_GROUP = 100;
    private static final int MOST = 500;

    private final MessageSource messages;
    private final String field;
    private FormErrors errors = FormErrors.none();

    ParticipantLines(MessageSource messages, String field) {
        this.messages = messages;
        this.field = field;
    }

    /** What was read, and what is wrong with it by line. */
    record Read(List<Participant> participants, FormErrors errors) {}

    Read read(String text) {
        List<Participant> found = new ArrayList<>();
        Set<String> names = new HashSet<>();
        String[] lines = text.split("\\R");
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                line(i + 1, lines[i].split("[;\t]", -1), names).ifPresent(found::add);
            }
        }
        if (found.size() > MOST) {
            errors = errors.with(field, "delivery.refusal.too-many", MOST);
        }
        return new Read(found, errors);
    }

    private Optional<Participant> line(int number, String[] parts, Set<String> names) {
        String name = parts[0].strip();
        String group = parts.length > 2 ? parts[2].strip() : "";
        Optional<StaffRole> role = StaffRole.called(parts.length > 1 ? parts[1] : "", messages);
        if (name.isEmpty() || name.length() > LONGEST_NAME || group.length() > LONGEST_GROUP) {
            return wrong("delivery.refusal.line", number);
        }
        if (PersonalNumbers.areIn(String.join(" ", parts))) {
            return wrong("delivery.refusal.number", number);
        }
        if (role.isEmpty()) {
            return wrong("delivery.refusal.role", number, parts[1].strip());
        }
        if (!names.add(name.toLowerCase(Locale.ROOT))) {
            return wrong("delivery.refusal.twice", number, name);
        }
        return Optional.of(new Participant(0, name, role.get(), group));
    }

    private Optional<Participant> wrong(String key, Object... details) {
        errors = errors.with(field, key, details);
        return Optional.empty();
    }
}
