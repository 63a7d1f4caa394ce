package se.samverkan.reporting.publication;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import se.samverkan.access.Role;
import se.samverkan.evaluation.ToldRuns.ToldRun;
import se.samverkan.intervention.lesson.LessonView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Standing;
import se.samverkan.reporting.publication.PublicationChoosing.Tellable;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;

/**
 * In the demonstration an organiser shows that it takes part, with its units, and tells of it in news; its head teacher makes a
 * lesson public, and the office a result. Others than the writers have released them; one piece of news
 * waits for review, and one has been withdrawn.
 */
@Configuration(proxyBeanMethods = false)
class InventedPublications {

    private record Part(String step, Role teller, Runnable deed) implements InventedStory {

        @Override
        public void tell() {
            deed.run();
        }
    }

    @Bean
    @Order(101)
    InventedStory inventedLessonChosen(
            Publications publications, PublicationChoosing choosing, MessageSource messages) {
        return new Part(
                "publication-lesson",
                Role.HEAD_TEACHER,
                () -> choosing.lessons().stream()
                        .min(Comparator.comparing(LessonView::id))
                        .ifPresent(lesson -> propose(publications, messages, choosing.tellLesson(lesson.id()))));
    }

    @Bean
    @Order(102)
    InventedStory inventedNewsWritten(Publications publications, PublicationChoosing choosing, MessageSource messages) {
        return new Part(
                "publication-written",
                Role.COORDINATOR,
                () -> running(choosing).ifPresent(partnership -> {
                    propose(
                            publications,
                            messages,
                            choosing.takePart(partnership.partnership().id(), shown(partnership), FreeText.NONE));
                    sender(publications, partnership.partnership().organiser())
                            .ifPresent(sender -> List.of(1, 2, 4)
                                    .forEach(number -> propose(
                                            publications,
                                            messages,
                                            publications.write(sender, news(messages, number)))));
                }));
    }

    @Bean
    @Order(103)
    InventedStory inventedNewsReleased(Publications publications, Releasing releasing) {
        return new Part(
                "publication-released",
                Role.EDUCATION_DIRECTOR,
                () -> releaseAll(publications, releasing, Publication.Kind.values()));
    }

    @Bean
    @Order(104)
    InventedStory inventedNewsWaiting(Publications publications, PublicationChoosing choosing, MessageSource messages) {
        return new Part("publication-waiting", Role.COORDINATOR, () -> {
            Words words = new Words(messages, Words.SWEDISH);
            publications.worked().stream()
                    .filter(each -> each.title().equals(words.text("publication.invented.news.4.title")))
                    .forEach(each -> publications.withdraw(
                            each.id(), each.version(), new FreeText(words.text("publication.invented.withdrawn"), "")));
            running(choosing)
                    .flatMap(each -> sender(publications, each.partnership().organiser()))
                    .ifPresent(
                            sender -> propose(publications, messages, publications.write(sender, news(messages, 3))));
        });
    }

    @Bean
    @Order(105)
    InventedStory inventedResultChosen(
            Publications publications, PublicationChoosing choosing, MessageSource messages) {
        return new Part(
                "publication-result",
                Role.PROGRAMME_OFFICER,
                () -> choosing.runs().stream()
                        .filter(ToldRun::planned)
                        .findFirst()
                        .ifPresent(run -> propose(publications, messages, choosing.tellResult(run.id()))));
    }

    @Bean
    @Order(106)
    InventedStory inventedResultReleased(Publications publications, Releasing releasing) {
        return new Part(
                "publication-result-released",
                Role.PUBLISHER,
                () -> releaseAll(publications, releasing, Publication.Kind.RESULT));
    }

    /** All but what somebody else there is to review. */
    static void releaseAll(Publications publications, Releasing releasing, Publication.Kind... kinds) {
        publications.worked().stream()
                .filter(each -> each.mayJudge() && List.of(kinds).contains(each.kind()))
                .filter(each -> !releasing.isForAnother(each))
                .forEach(each -> releasing.release(each.id(), each.version(), Set.copyOf(releasing.checks(each))));
    }

    private static Optional<Tellable> running(PublicationChoosing choosing) {
        return choosing.partnerships().stream()
                .filter(each -> each.partnership().standing() == Standing.RUNNING && !each.byOffice())
                .min(Comparator.comparing(each -> each.partnership().id()));
    }

    /** Those of its units that take part, or came all the way. */
    static Set<Long> shown(Tellable partnership) {
        return partnership.partnership().units().stream()
                .filter(each -> each.standing().isLive() || each.standing() == Standing.COMPLETED)
                .map(Participant::unit)
                .collect(Collectors.toSet());
    }

    private static Optional<Sender> sender(Publications publications, long organiser) {
        return publications.senders().stream()
                .filter(each -> each.unit().isEmpty() && each.organisation() == organiser)
                .findFirst();
    }

    private static News news(MessageSource messages, int number) {
        Words words = new Words(messages, Words.SWEDISH);
        String key = "publication.invented.news." + number;
        return new News(new FreeText(words.text(key + ".title"), ""), new FreeText(words.text(key + ".words"), ""));
    }

    /** With a reason in case that the name of a school looks like a person's. */
    static void propose(Publications publications, MessageSource messages, long id) {
        String reason = new Words(messages, Words.SWEDISH).text("publication.invented.reason");
        publications.propose(id, 0, new FreeText(reason, ""));
    }
}
