package se.samverkan.reporting.aggregate;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.CaseTallies.Programme;
import se.samverkan.statistics.disclosure.CountedTable;

/** Gathers what can be read already of a programme, wherever it stands, so that what is to be shown is tried beside it. */
@Component
public class ReadAlready {

    private final ObjectProvider<StandingSource> sources;

    ReadAlready(ObjectProvider<StandingSource> sources) {
        this.sources = sources;
    }

    /** @param counted everything as it was counted for what is to be shown */
    public ReadTogether beside(Programme programme, Map<Topic, CountedTable> counted) {
        List<StandingSource> all = sources.orderedStream().toList();
        return new ReadTogether(
                counted,
                all.stream().flatMap(each -> each.standing(programme).stream()).toList(),
                new ProgrammesBeside(
                        programme.organisation(),
                        all.stream()
                                .flatMap(each -> each.related(programme).stream())
                                .toList()));
    }
}
