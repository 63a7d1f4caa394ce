package se.samverkan.programme.page;

import java.util.List;
import org.springframework.stereotype.Component;
import se.samverkan.programme.VariantDifferences;
import se.samverkan.programme.file.Differences;
import se.samverkan.programme.keeping.KeptVersion;
import se.samverkan.programme.keeping.VariantReading;
import se.samverkan.shared.page.Words;

/** Tells other rooms what differs, as the pages of this one do. */
@Component
class ToldDifferences implements VariantDifferences {

    private final VariantReading reading;

    ToldDifferences(VariantReading reading) {
        this.reading = reading;
    }

    @Override
    public List<Difference> between(String key, int from, int to, Words words) {
        KeptVersion before = reading.published(key, from);
        KeptVersion after = reading.published(key, to);
        return ToldDifference.of(
                        Differences.between(before.whole(), after.whole()), before.whole(), after.whole(), words)
                .stream()
                .map(each -> new Difference(each.way(), Kind.valueOf(each.kind().name()), each.before(), each.after()))
                .toList();
    }
}
