package se.samverkan.agreement.text;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samverkan.actionplan.PlannedInterventions;
import se.samverkan.actionplan.PlannedInterventions.PlannedIntervention;
import se.samverkan.agreement.text.AgreementText.AgreedIntervention;
import se.samverkan.agreement.text.AgreementText.Clause;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.programme.variant.Level;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.Money;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Words;

/**
 * The first text of an agreement: the clauses that every agreement needs, filled in with what is known of the partnership and
 * of its programme, with the interventions of the plans that hold. It is written in Swedish whoever begins it, since the agreements of authorities are (språklagen, section
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

    private final PlannedInterventions plans;
    private final MessageSource messages;

    FirstText(PlannedInterventions plans, MessageSource messages) {
        this.plans = plans;
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
                plans.ofPartnership(partnership.id()).stream()
                        .map(planned -> agreed(planned, partnership, last))
                        .toList());
    }

    /** An intervention of a plan that holds, as far as whoever begins the agreement reads the plan. */
    private static AgreedIntervention agreed(PlannedIntervention planned, PartnershipView partnership, Period last) {
        String provider = planned.provider().isEmpty() ? planned.unitName() : planned.provider();
        return new AgreedIntervention(
                "plan-" + planned.id(),
                planned.title(),
                planned.responsible().isEmpty() ? provider : planned.responsible() + ", " + planned.unitName(),
                Optional.ofNullable(planned.unit())
                        .flatMap(partnership::participant)
                        .map(Participant::level)
                        .orElse(Level.ORGANISER),
                planned.first().orElse(partnership.firstTerm()),
                planned.last().orElse(last),
                planned.cost().map(cost -> Money.kronor(Math.round(cost))).orElse(Money.NOTHING));
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
