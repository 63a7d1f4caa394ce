package se.samverkan.reporting.publication;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import se.samverkan.evaluation.ToldRuns.Outcome;

/**
 * What an evaluation came to, as it stood when it was chosen to be published, in each language.
 *
 * @param planned whether it is what the plan said before anybody knew; else it is exploratory
 * @param outcomes by language, sv and en
 */
public record ResultText(boolean planned, Map<String, List<Outcome>> outcomes) {

    public List<Outcome> in(Locale locale) {
        return Objects.requireNonNull(outcomes.getOrDefault(locale.getLanguage(), outcomes.get("sv")));
    }
}
