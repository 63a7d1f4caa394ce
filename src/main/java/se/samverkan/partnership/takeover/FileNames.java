package se.samverkan.partnership.takeover;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganisationView;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.partnership.course.DecisionKind;
import se.samverkan.partnership.staffing.Roster;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Text;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;

/** What people mean by the names that they write in a file; a name that means nothing is refused with those that do. */
@Component
class FileNames {

    private final Directory directory;
    private final Variants variants;
    private final TakingOver takingOver;
    private final CaseFile reading;

    FileNames(Directory directory, Variants variants, TakingOver takingOver, CaseFile reading) {
        this.directory = directory;
        this.variants = variants;
        this.takingOver = takingOver;
        this.reading = reading;
    }

    OrganiserView organiser(String said) {
        Optional<OrganiserView> byKey = directory.organiser(said.replace("-", ""));
        if (byKey.isPresent()) {
            return byKey.get();
        }
        List<OrganiserView> called = directory.organisers().stream()
                .filter(each -> each.name().equalsIgnoreCase(said))
                .toList();
        if (called.size() != 1) {
            throw Refusal.rule("partnership.takeover.file.refusal.organiser", said);
        }
        return called.getFirst();
    }

    Variant variant(String said) {
        return variants.all().stream()
                .filter(each -> each.key().equalsIgnoreCase(said)
                        || each.name(Locale.of("sv")).equalsIgnoreCase(said)
                        || each.name(Locale.ENGLISH).equalsIgnoreCase(said))
                .findFirst()
                .map(each -> takingOver.variant(each.key()))
                .orElseThrow(() -> Refusal.rule(
                        "partnership.takeover.file.refusal.programme",
                        said,
                        String.join(
                                ", ",
                                variants.all().stream()
                                        .map(each -> each.name(Locale.of("sv")))
                                        .toList())));
    }

    /** Whose case it is: the only one for which the actor takes cases over, or the one that is named. */
    OrganisationView owner(String said, List<OrganisationView> owners) {
        if (said.isBlank() && owners.size() == 1) {
            return owners.getFirst();
        }
        return owners.stream()
                .filter(each -> each.key().equals(said) || each.name().equalsIgnoreCase(said))
                .findFirst()
                .orElseThrow(() -> Refusal.rule(
                        "partnership.takeover.file.refusal.office",
                        String.join(
                                ", ",
                                owners.stream().map(OrganisationView::name).toList())));
    }

    static Period term(String said) {
        try {
            Period term = Period.parse(said.toUpperCase(Locale.ROOT));
            term.firstDayOfTerm();
            return term;
        } catch (IllegalArgumentException | IllegalStateException e) {
            throw Refusal.rule("partnership.takeover.file.refusal.term", said);
        }
    }

    Phase phase(String said, Variant variant) {
        return variant.phases().stream()
                .filter(each -> each.key().equalsIgnoreCase(said) || isCalled(each.name(), said))
                .findFirst()
                .orElseThrow(() -> Refusal.rule(
                        "partnership.takeover.file.refusal.phase",
                        said,
                        String.join(
                                ", ",
                                variant.phases().stream()
                                        .map(each -> each.name().sv())
                                        .toList())));
    }

    private static boolean isCalled(Text text, String said) {
        return text.sv().equalsIgnoreCase(said) || text.in(Locale.ENGLISH).equalsIgnoreCase(said);
    }

    DecisionKind decision(String said, List<DecisionKind> possible) {
        return possible.stream()
                .filter(each -> reading.isCalled(said, each.name(), "partnership.takeover.decision." + each))
                .findFirst()
                .orElseThrow(() -> Refusal.rule("partnership.takeover.file.refusal.decision", said));
    }

    Role role(String said) {
        return Roster.ROLES.stream()
                .filter(each -> reading.isCalled(said, each.name(), "role." + each))
                .findFirst()
                .orElseThrow(() -> Refusal.rule("partnership.takeover.file.refusal.role", said));
    }
}
