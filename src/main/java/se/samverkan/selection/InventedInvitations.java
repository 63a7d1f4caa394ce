package se.samverkan.selection;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import se.samverkan.access.Role;
import se.samverkan.programme.Variants;
import se.samverkan.selection.Criterion.Use;
import se.samverkan.selection.RoundMaterial.Reason;
import se.samverkan.selection.RoundView.FormPlaces;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/**
 * The demonstration's third round: by lot, still open, with every organiser that has a school in question invited. The
 * invented education director proposes one exclusion, which waits for its answer.
 */
@Configuration(proxyBeanMethods = false)
class InventedInvitations {

    private static final String FORM = "COMPULSORY";
    private static final int PLACES = 8;
    private static final int PER_ORGANISER = 2;

    private final MessageSource messages;

    InventedInvitations(MessageSource messages) {
        this.messages = messages;
    }

    @Bean
    @Order(20)
    InventedStory inventedInvitation(
            SelectionRounds rounds,
            CriteriaSetting criteria,
            CriterionCatalogue catalogue,
            Windows windows,
            Choosers choosers,
            Variants variants,
            Inviting inviting) {
        return new Step(
                "selection-invitation",
                Role.PROGRAMME_OFFICER,
                () -> choosers.options().stream()
                        .findFirst()
                        .flatMap(owner -> choosers.find(owner.value()))
                        .ifPresent(owner -> {
                            Period year = windows.schoolYears().getFirst();
                            long round = rounds.open(
                                    owner, draft(year, variants.all().getFirst().key()));
                            CriterionCatalogue.Line line =
                                    catalogue.find(FORM, "gr9-passed-all").orElseThrow();
                            criteria.set(
                                    round,
                                    0,
                                    new Criterion(
                                            0,
                                            FORM,
                                            line.kind(),
                                            "gr9-passed-all",
                                            year,
                                            3,
                                            line.needy(),
                                            Use.WEIGHT,
                                            1));
                            invite(round, inviting);
                        }));
    }

    private RoundDraft draft(Period year, String variant) {
        return new RoundDraft(
                word("selection.invented.invited") + " " + (year.year() + 2),
                word("selection.invented.purpose"),
                variant,
                "VT " + (year.year() + 3),
                year,
                PER_ORGANISER,
                List.of(new FormPlaces(FORM, PLACES)));
    }

    private void invite(long round, Inviting inviting) {
        Set<String> everybody =
                inviting.open(round).stream().map(Invitable.Organiser::key).collect(Collectors.toSet());
        if (!everybody.isEmpty()) {
            inviting.send(
                    round,
                    new Inviting.Draft(
                            everybody, inviting.suggestedDay(), new FreeText(word("selection.invented.greeting"), "")));
        }
    }

    @Bean
    @Order(21)
    InventedStory inventedExclusionRequest(InvitationAnswering answering) {
        return new Step(
                "selection-exclusion-request",
                Role.EDUCATION_DIRECTOR,
                () -> answering.all().stream()
                        .findFirst()
                        .map(Invitation::id)
                        .ifPresent(invitation -> answering.request(
                                invitation,
                                answering.units(invitation).getFirst().key(),
                                Reason.MERGER_PLANNED,
                                new FreeText(word("selection.invented.request"), ""))));
    }

    private String word(String key) {
        return messages.getMessage(key, null, Words.SWEDISH);
    }

    /** A part of the story in a few lines. */
    private record Step(String step, Role teller, Runnable deed) implements InventedStory {

        @Override
        public void tell() {
            deed.run();
        }
    }
}
