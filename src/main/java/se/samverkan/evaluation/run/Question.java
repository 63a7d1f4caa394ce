package se.samverkan.evaluation.run;

import java.util.List;
import se.samverkan.shared.page.FreeText;

/**
 * What is asked beside the plan.
 *
 * @param outcomes the codes of indicators
 * @param why why it is asked, in words
 */
public record Question(Design design, List<String> outcomes, FreeText why) {

    public Question {
        outcomes = List.copyOf(outcomes);
    }
}
