package se.samverkan.reporting.publication;

import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import se.samverkan.access.Role;
import se.samverkan.reporting.publication.PublicationChoosing.Tellable;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/**
 * Who is on the list and the map of the demonstration: the office tells of the public organisers that take part or have, and its publisher
 * releases it; then some organisers choose themselves to be shown, with their units.
 */
@Configuration(proxyBeanMethods = false)
class InventedParticipations {

    private final Publications publications;
    private final PublicationChoosing choosing;
    private final Releasing releasing;
    private final MessageSource messages;

    InventedParticipations(
            Publications publications, PublicationChoosing choosing, Releasing releasing, MessageSource messages) {
        this.publications = publications;
        this.choosing = choosing;
        this.releasing = releasing;
        this.messages = messages;
    }

    private record Part(String step, Role teller, int number, Runnable deed) implements InventedStory {

        @Override
        public void tell() {
            deed.run();
        }
    }

    @Bean
    @Order(107)
    InventedStory inventedOfficeTells() {
        FreeText ground = new FreeText(new Words(messages, Words.SWEDISH).text("publication.invented.ground"), "");
        return new Part(
                "publication-office",
                Role.PROGRAMME_OFFICER,
                0,
                () -> choosing.partnerships().stream()
                        .filter(Tellable::byOffice)
                        .forEach(each -> propose(each, Set.of(), ground)));
    }

    @Bean
    @Order(108)
    InventedStory inventedOfficeReleases() {
        return new Part("publication-office-released", Role.PUBLISHER, 0, this::release);
    }

    @Bean
    @Order(109)
    InventedStory inventedFirstShowsItself() {
        return showsItself(1);
    }

    @Bean
    @Order(110)
    InventedStory inventedSecondShowsItself() {
        return showsItself(2);
    }

    @Bean
    @Order(111)
    InventedStory inventedThirdShowsItself() {
        return showsItself(3);
    }

    @Bean
    @Order(112)
    InventedStory inventedFourthShowsItself() {
        return showsItself(4);
    }

    /** A director who is alone there says so when releasing what nobody else could review. */
    private InventedStory showsItself(int director) {
        return new Part("publication-own-" + director, Role.EDUCATION_DIRECTOR, director, () -> {
            choosing.partnerships().stream()
                    .filter(Predicate.not(Tellable::byOffice))
                    .forEach(each -> propose(each, InventedPublications.shown(each), FreeText.NONE));
            release();
        });
    }

    private void propose(Tellable told, Set<Long> units, FreeText ground) {
        InventedPublications.propose(
                publications, messages, choosing.takePart(told.partnership().id(), units, ground));
    }

    private void release() {
        InventedPublications.releaseAll(publications, releasing, Publication.Kind.PARTICIPATION);
    }
}
