package se.samverkan.evaluation.run;

import java.util.List;
import se.samverkan.shared.page.FreeText;

/**
 * What is asked beside the plan.
 *
 * @param outcomes the codes of indicators
 * @param dose whether outcomes are set against how much support units received
 * @param why why it is asked, in words
 */
public record Question(Design design, List<String> outcomes, boolean dose, FreeText why) {

    public Question {
        outcomes = List.copyOf(outcomes);
    }
}
