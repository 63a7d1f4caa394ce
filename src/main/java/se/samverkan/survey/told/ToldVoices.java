package se.samverkan.survey.told;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.shared.page.Words;
import se.samverkan.survey.Voices;
import se.samverkan.survey.collect.SurveyView;
import se.samverkan.survey.collect.Surveys;
import se.samverkan.survey.engagement.Engagement;
import se.samverkan.survey.idea.IdeaGroup;
import se.samverkan.survey.idea.IdeaRound;
import se.samverkan.survey.idea.IdeaRounds;
import se.samverkan.survey.question.QuestionSet.Audience;
import se.samverkan.survey.question.Result;
import se.samverkan.survey.question.Result.Asked;
import se.samverkan.survey.question.Result.Shown;
import se.samverkan.survey.question.ShareChange;
import se.samverkan.survey.question.Text;

/** Puts what surveys and idea rounds came to into words: only of everybody together, in the reader's language. */
@Component
class ToldVoices implements Voices {

    private final Surveys surveys;
    private final IdeaRounds rounds;
    private final Engagement engagement;

    ToldVoices(Surveys surveys, IdeaRounds rounds, Engagement engagement) {
        this.surveys = surveys;
        this.rounds = rounds;
        this.engagement = engagement;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Told> told(long partnership, long unit) {
        List<Told> told = new ArrayList<>();
        if (surveys.concernActor()) {
            surveys.ofPartnership(partnership).stream()
                    .filter(each -> each.isClosed() && each.unit() == unit)
                    .map(ToldVoices::told)
                    .forEach(told::add);
        }
        if (rounds.concernActor()) {
            rounds.ofPartnership(partnership).stream()
                    .filter(each -> each.standing() == IdeaRound.Standing.CLOSED && each.unit() == unit)
                    .map(ToldVoices::told)
                    .forEach(told::add);
        }
        return told;
    }

    private static Told told(SurveyView survey) {
        return new Told(
                Way.SURVEY,
                survey.id(),
                Optional.of(heard(survey.audience())),
                survey.title(),
                survey.closedOn().orElse(survey.lastDay()),
                "/surveys/" + survey.id());
    }

    private static Heard heard(Audience audience) {
        return switch (audience) {
            case STAFF -> Heard.STAFF;
            case PUPILS_YOUNGER, PUPILS_OLDER -> Heard.PUPILS;
            case GUARDIANS -> Heard.GUARDIANS;
        };
    }

    private static Told told(IdeaRound round) {
        LocalDate day = round.madeOn();
        return new Told(Way.IDEA_ROUND, round.id(), Optional.empty(), round.question(), day, "/ideas/" + round.id());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> words(Told told, Words words) {
        return switch (told.way()) {
            case SURVEY -> ofSurvey(surveys.survey(told.id()), words);
            case IDEA_ROUND -> ofRound(rounds.groups(rounds.round(told.id())), words);
        };
    }

    private Optional<String> ofSurvey(SurveyView survey, Words words) {
        return surveys.result(survey)
                .filter(Result::isShown)
                .map(result -> Stream.of(
                                Stream.of(words.text("survey.answers", result.answers())),
                                result.asked().stream().flatMap(asked -> line(asked, words)),
                                surveys.toldInOwnWords(survey).stream())
                        .flatMap(lines -> lines)
                        .collect(Collectors.joining("\n")));
    }

    private static Stream<String> line(Asked asked, Words words) {
        return asked.everybody().stream()
                .map(shown -> words.text(
                        "survey.told.question",
                        question(asked, words),
                        choices(
                                asked.question().choices().stream()
                                        .map(choice -> said(choice.text(), words))
                                        .toList(),
                                shown,
                                words)));
    }

    private static String question(Asked asked, Words words) {
        String own = said(asked.question().text(), words);
        return asked.under().isEmpty() ? own : words.text("survey.told.under", said(asked.under(), words), own);
    }

    private static String choices(List<String> names, Shown shown, Words words) {
        return IntStream.range(0, names.size())
                .mapToObj(each -> words.text(
                        "survey.told.choice", names.get(each), words.number(Math.rint(shown.percent(each)), 0)))
                .collect(Collectors.joining(", "));
    }

    private static Optional<String> ofRound(List<IdeaGroup> groups, Words words) {
        return Optional.of(groups.stream()
                        .map(group -> words.text("survey.told.group", group.name(), group.votes()))
                        .collect(Collectors.joining("\n")))
                .filter(told -> !told.isEmpty());
    }

    private record Asking(String set, Audience audience) {}

    @Override
    @Transactional(readOnly = true)
    public List<Changed> changes(long partnership, long unit, Words words) {
        if (!surveys.concernActor()) {
            return List.of();
        }
        Map<Asking, List<SurveyView>> askings = surveys.ofPartnership(partnership).stream()
                .filter(each -> each.isClosed() && each.unit() == unit)
                .sorted(Comparator.comparing(
                                (SurveyView each) -> each.closedOn().orElse(each.lastDay()))
                        .thenComparing(SurveyView::id))
                .collect(Collectors.groupingBy(
                        each -> new Asking(each.set(), each.audience()), LinkedHashMap::new, Collectors.toList()));
        return askings.values().stream()
                .filter(each -> each.size() > 1)
                .flatMap(each -> changes(each.get(each.size() - 2), each.getLast(), words))
                .toList();
    }

    private Stream<Changed> changes(SurveyView before, SurveyView after, Words words) {
        Optional<Result> first = surveys.result(before).filter(Result::isShown);
        Optional<Result> second = surveys.result(after).filter(Result::isShown);
        if (first.isEmpty() || second.isEmpty()) {
            return Stream.empty();
        }
        return second.get().asked().stream()
                .flatMap(asked -> first.get().asked().stream()
                        .filter(each -> each.question().saysTheSameAs(asked.question())
                                && each.under().equals(asked.under()))
                        .limit(1)
                        .flatMap(each -> changed(before, each, after, asked, words).stream()));
    }

    private static Optional<Changed> changed(
            SurveyView before, Asked first, SurveyView after, Asked second, Words words) {
        Optional<Shown> had = first.everybody();
        Optional<Shown> has = second.everybody();
        if (had.isEmpty() || has.isEmpty()) {
            return Optional.empty();
        }
        int answeredBefore = had.get().answered();
        int answeredAfter = has.get().answered();
        List<Move> moves = new ArrayList<>();
        for (int at = 0; at < second.question().choices().size(); at++) {
            ShareChange change = ShareChange.of(
                    had.get().counts().get(at),
                    answeredBefore,
                    has.get().counts().get(at),
                    answeredAfter);
            moves.add(new Move(
                    said(second.question().choices().get(at).text(), words),
                    100 * change.before(),
                    100 * change.after(),
                    100 * change.low(),
                    100 * change.high()));
        }
        return Optional.of(new Changed(
                question(second, words),
                heard(after.audience()),
                before.closedOn().orElse(before.lastDay()),
                answeredBefore,
                after.closedOn().orElse(after.lastDay()),
                answeredAfter,
                moves));
    }

    private static String said(Text text, Words words) {
        return text.in(words.locale().getLanguage()).words();
    }

    @Override
    @Transactional(readOnly = true)
    public List<String> teamsNotHeard(PartnershipView partnership, long unit) {
        return engagement.teamsNotHeard(partnership, unit);
    }
}
