package se.samverkan.meeting.minutes;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.meeting.Discussable;
import se.samverkan.meeting.MeetingView;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.Partnerships;
import se.samverkan.programme.variant.Text;
import se.samverkan.shared.Period;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.IndicatorView;
import se.samverkan.statistics.Indicators;
import se.samverkan.statistics.PublishedFigures;

/** The figures of a unit that its meeting can be about: the foremost indicators of which it has any of late. */
@Component
@Order(2)
class FigureTopics implements Discussable {

    private static final int YEARS = 6;

    private final Partnerships partnerships;
    private final Indicators indicators;
    private final PublishedFigures figures;
    private final Clock clock;

    FigureTopics(Partnerships partnerships, Indicators indicators, PublishedFigures figures, Clock clock) {
        this.partnerships = partnerships;
        this.indicators = indicators;
        this.figures = figures;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "figure";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Topic> of(long partnership, Optional<Long> unit) {
        Optional<PartnershipView> view = unit.flatMap(each -> partnerships.find(partnership));
        return view.flatMap(each -> each.participant(unit.orElse(0L))).stream()
                .flatMap(this::topics)
                .toList();
    }

    private Stream<Topic> topics(Participant unit) {
        List<IndicatorView> foremost =
                indicators.all().stream().filter(IndicatorView::headline).toList();
        Set<String> there = figures
                .of(
                        List.of(unit.unit()),
                        foremost.stream().map(IndicatorView::code).toList(),
                        lately(),
                        OptionalInt.empty())
                .stream()
                .map(PublishedFigures.UnitFigure::indicator)
                .collect(Collectors.toSet());
        return foremost.stream()
                .filter(each -> there.contains(each.code()))
                .map(each -> new Topic(
                        each.code(),
                        new Text(each.name(Words.SWEDISH), each.name(Words.ENGLISH)),
                        "/units/" + unit.key() + "/indicators/" + each.code()));
    }

    private List<Period> lately() {
        int year = LocalDate.now(clock.withZone(MeetingView.SWEDEN)).getYear();
        return IntStream.rangeClosed(year - YEARS, year)
                .boxed()
                .flatMap(each -> Arrays.stream(Period.Kind.values()).map(kind -> new Period(kind, each)))
                .toList();
    }
}
