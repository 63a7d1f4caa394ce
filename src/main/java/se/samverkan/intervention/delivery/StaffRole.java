package se.samverkan.intervention.delivery;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import se.samverkan.shared.page.Words;

/** In which role somebody of a unit's staff takes part. There is none for pupils, who are never named. */
public enum StaffRole {
    TEACHER,
    LEADER,
    PRESCHOOL,
    AFTER_SCHOOL,
    PUPIL_HEALTH,
    OTHER;

    public String key() {
        return "delivery.role." + name();
    }

    /** The role that a word names in either language; a teacher where nothing is said. */
    static Optional<StaffRole> called(String word, MessageSource messages) {
        if (word.isBlank()) {
            return Optional.of(TEACHER);
        }
        return Arrays.stream(values())
                .filter(role -> Stream.of(Words.SWEDISH, Words.ENGLISH)
                        .anyMatch(language ->
                                new Words(messages, language).text(role.key()).equalsIgnoreCase(word.strip())))
                .findFirst();
    }
}
