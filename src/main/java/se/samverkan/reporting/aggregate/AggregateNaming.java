package se.samverkan.reporting.aggregate;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.MunicipalityView;
import se.samverkan.partnership.CaseTallies.Programme;
import se.samverkan.programme.Variants;
import se.samverkan.shared.page.Words;

/** Finds what the tables of a programme are called. */
@Component
public class AggregateNaming {

    private static final int DIGITS_OF_COUNTY = 2;

    private final Variants variants;
    private final Directory directory;
    private final MessageSource messages;

    AggregateNaming(Variants variants, Directory directory, MessageSource messages) {
        this.variants = variants;
        this.directory = directory;
        this.messages = messages;
    }

    /** What the variant of a programme is called. */
    public String variant(Programme programme, Locale locale) {
        return variants.read(programme.variant(), programme.newest())
                .map(each -> each.name().in(locale))
                .orElse(programme.variant());
    }

    public AggregateWords words(Programme programme, Locale locale) {
        Map<String, String> counties = directory.municipalities().stream()
                .collect(Collectors.toMap(
                        each -> each.code().substring(0, DIGITS_OF_COUNTY),
                        MunicipalityView::county,
                        (one, same) -> one));
        return new AggregateWords(
                new Words(messages, locale), variants.read(programme.variant(), programme.newest()), counties);
    }
}
