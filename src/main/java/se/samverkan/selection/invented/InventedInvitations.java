package se.samverkan.selection.invented;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.programme.Variants;
import se.samverkan.selection.candidate.CriteriaSetting;
import se.samverkan.selection.candidate.Criterion;
import se.samverkan.selection.candidate.Criterion.Use;
import se.samverkan.selection.candidate.CriterionCatalogue;
import se.samverkan.selection.candidate.Windows;
import se.samverkan.selection.invitation.Invitable;
import se.samverkan.selection.invitation.Inviting;
import se.samverkan.selection.round.Choosers;
import se.samverkan.selection.round.RoundDraft;
import se.samverkan.selection.round.RoundView.FormPlaces;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Option;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/**
 * The demonstration's third round: by lot and still open, with every organiser invited that has a school which could be
 * drawn. {@link InventedExclusionRequest} answers for one of them.
 */
@Component
@Order(20)
class InventedInvitations implements InventedStory {

    private static final String FORM = "COMPULSORY";
    private static final String INDICATOR = "gr9-passed-all";
    private static final int PLACES = 60;
    private static final double UNDER = 70;
    private static final int YEARS = 3;
    private static final int PER_ORGANISER = 2;

    private final SelectionRounds rounds;
    private final CriteriaSetting criteria;
    private final Inviting inviting;
    private final Choosers choosers;
    private final Variants variants;
    private final CriterionCatalogue catalogue;
    private final Windows windows;
    private final MessageSource messages;

    InventedInvitations(
            SelectionRounds rounds,
            CriteriaSetting criteria,
            Inviting inviting,
            Choosers choosers,
            Variants variants,
            CriterionCatalogue catalogue,
            Windows windows,
            MessageSource messages) {
        this.rounds = rounds;
        this.criteria = criteria;
        this.inviting = inviting;
        this.choosers = choosers;
        this.variants = variants;
        this.catalogue = catalogue;
        this.windows = windows;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "selection-invitations";
    }

    @Override
    public Role teller() {
        return Role.PROGRAMME_OFFICER;
    }

    @Override
    public void tell() {
        Period year = windows.schoolYears().getFirst();
        choosers.options().stream()
                .findFirst()
                .map(Option::value)
                .flatMap(choosers::find)
                .ifPresent(owner -> invite(open(owner, year)));
    }

    private long open(long owner, Period year) {
        long round = rounds.open(
                owner,
                new RoundDraft(
                        word("selection.invented.invited") + " VT " + (year.year() + 3),
                        word("selection.invented.purpose"),
                        variants.all().getFirst().key(),
                        "VT " + (year.year() + 3),
                        year,
                        PER_ORGANISER,
                        List.of(new FormPlaces(FORM, PLACES))));
        set(round, 0, year, Use.THRESHOLD, UNDER);
        set(round, 1, year, Use.WEIGHT, 1);
        return round;
    }

    private void set(long round, int version, Period year, Use use, double amount) {
        CriterionCatalogue.Line line = catalogue.find(FORM, INDICATOR).orElseThrow();
        criteria.set(
                round, version, new Criterion(0, FORM, line.kind(), INDICATOR, year, YEARS, line.needy(), use, amount));
    }

    private void invite(long round) {
        Set<String> everybody =
                inviting.open(round).stream().map(Invitable.Organiser::key).collect(Collectors.toSet());
        if (!everybody.isEmpty()) {
            FreeText greeting = new FreeText(word("selection.invented.greeting"), "");
            inviting.send(round, new Inviting.Draft(everybody, inviting.suggestedDay(), greeting));
        }
    }

    private String word(String key) {
        return messages.getMessage(key, null, Words.SWEDISH);
    }
}
