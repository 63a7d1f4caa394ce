package se.samverkan.statistics.likeness;

import java.util.List;
import java.util.Map;

/**
 * What units are compared by: an indicator under the name it has in the rule. A form without variables has no similar
 * units, and its pages say so.
 *
 * @param name the key of the message files: parents-education, size, licensed or newly-arrived
 * @param indicator the code of the indicator that measures it
 */
record Variable(String name, String indicator) {

    static final Map<String, List<Variable>> BY_FORM = Map.of(
            "COMPULSORY",
            List.of(
                    new Variable("parents-education", "salsa-parents-education"),
                    new Variable("size", "gr-pupils"),
                    new Variable("licensed", "gr-teachers-licensed-share-fte"),
                    new Variable("newly-arrived", "salsa-newly-arrived")),
            "UPPER_SECONDARY",
            List.of(new Variable("size", "gy-pupils"), new Variable("licensed", "gy-teachers-licensed-share-fte")),
            "PRESCHOOL",
            List.of(new Variable("size", "fsk-children"), new Variable("licensed", "fsk-licence-share")));
}
