package se.samverkan.selection.round;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FreeText;

/** What a preparer writes about a round: see {@link RoundView}. */
public record RoundDraft(
        String name,
        FreeText purpose,
        String variant,
        String cohort,
        Period lastYear,
        @Nullable Integer perOrganiser,
        List<FormPlaces> forms) {

    /** One whose purpose holds no personal identity number. */
    public RoundDraft(
            String name,
            String purpose,
            String variant,
            String cohort,
            Period lastYear,
            @Nullable Integer perOrganiser,
            List<FormPlaces> forms) {
        this(name, new FreeText(purpose, ""), variant, cohort, lastYear, perOrganiser, forms);
    }
}
