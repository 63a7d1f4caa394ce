package se.samverkan.agreement.text;

import se.samverkan.agreement.text.AgreementText.AgreedIntervention;
import se.samverkan.shared.page.Words;

/** An intervention as one line of text, so that two of them can be compared word by word. */
final class InterventionSentence {

    private InterventionSentence() {}

    static String of(AgreedIntervention each, Words words) {
        return words.text(
                "agreement.intervention.sentence",
                each.what(),
                each.responsible(),
                words.text("agreement.level." + each.level()),
                words.term(each.first()),
                words.term(each.last()),
                words.money(each.cost()));
    }
}
