package se.samverkan.reporting.edition;

import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.CaseTallies.Programme;
import se.samverkan.reporting.aggregate.NamedTable.Names;
import se.samverkan.reporting.aggregate.ReadTogether.Standing;
import se.samverkan.reporting.aggregate.StandingSource;
import se.samverkan.reporting.aggregate.Topic;
import se.samverkan.reporting.edition.StoredEditions.HandedInTable;
import se.samverkan.shared.page.Words;

/** The yearly reports that have been handed in, those that were replaced too: they lie where they were sent. */
@Component
@Order(2)
class StandingEditions implements StandingSource {

    private final StoredEditions store;
    private final MessageSource messages;

    StandingEditions(StoredEditions store, MessageSource messages) {
        this.store = store;
        this.messages = messages;
    }

    @Override
    public List<Standing> standing(Programme programme) {
        return store.handedIn(programme).stream()
                .flatMap(each -> Topic.of(each.table().topic()).stream()
                        .map(topic -> Standing.of(name(each), topic, each.table())))
                .toList();
    }

    private Names name(HandedInTable table) {
        Names title = table.table().title();
        return new Names(name(title.sv(), table.year(), Words.SWEDISH), name(title.en(), table.year(), Words.ENGLISH));
    }

    private String name(String title, int year, Locale locale) {
        return new Words(messages, locale).text("edition.table", title, Integer.toString(year));
    }
}
