package se.samverkan.partnership.offer;

import java.util.Arrays;
import java.util.Optional;

/** Why somebody says no, or takes back a yes. What none of them covers is told in words. */
public enum AnswerReason {
    TIME,
    RESOURCES,
    OTHER_SUPPORT,
    REORGANISATION,
    OWN_WORK,
    OTHER;

    static Optional<AnswerReason> of(String code) {
        return Arrays.stream(values()).filter(each -> each.name().equals(code)).findFirst();
    }
}
