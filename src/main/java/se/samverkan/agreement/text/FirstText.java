package se.samverkan.agreement.text;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samverkan.agreement.text.AgreementText.Clause;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Words;

/**
 * The first text of an agreement: the clauses that every agreement needs, filled in with what is known of the partnership and
 * of its programme. It is written in Swedish whoever begins it, since the agreements of authorities are (språklagen, section
 * 10); people change what does not fit.
 */
@Component
class FirstText {

    private static final List<String> CLAUSES = List.of(
            "parties",
            "purpose",
            "agency",
            "organiser",
            "interventions",
            "economy",
            "time",
            "reporting",
            "data",
            "changes",
            "ending");

    private final MessageSource messages;

    FirstText(MessageSource messages) {
        this.messages = messages;
    }

    AgreementText of(PartnershipView partnership, Variant variant) {
        Words words = new Words(messages, Words.SWEDISH);
        Period last = partnership.firstTerm().plusTerms(Math.max(0, variant.length() - 1));
        Object[] known = {
            partnership.ownerName(),
            partnership.organiserName(),
            variant.name().in(Words.SWEDISH),
            units(partnership, words),
            words.term(partnership.firstTerm()),
            words.term(last),
            phases(partnership, variant, words),
            variant.purpose().in(Words.SWEDISH),
            variant.followUp().reportTerms(),
            variant.followUp().checkpointTerms()
        };
        return new AgreementText(
                CLAUSES.stream()
                        .map(key -> new Clause(
                                key,
                                words.text("agreement.clause." + key, known),
                                words.text("agreement.clause." + key + ".words", known)))
                        .toList(),
                List.of());
    }

    private static String units(PartnershipView partnership, Words words) {
        List<String> names = partnership.units().stream()
                .filter(unit -> unit.standing().isLive())
                .map(Participant::name)
                .toList();
        return names.isEmpty() ? words.text("agreement.units.none") : String.join(", ", names);
    }

    private static String phases(PartnershipView partnership, Variant variant, Words words) {
        return variant.phases().stream()
                .map(phase -> line(partnership, variant, phase, words))
                .collect(Collectors.joining("\n"));
    }

    private static String line(PartnershipView partnership, Variant variant, Phase phase, Words words) {
        Period first = partnership.firstTerm().plusTerms(variant.firstTerm(phase.key()));
        Period last = first.plusTerms(phase.terms() - 1);
        return words.text(
                first.equals(last) ? "agreement.phase.term" : "agreement.phase.terms",
                phase.name().in(Words.SWEDISH),
                words.term(first),
                words.term(last));
    }
}
