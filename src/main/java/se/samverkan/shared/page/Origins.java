package se.samverkan.shared.page;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import se.samverkan.shared.CameOf;

/**
 * Where things come from. A page above leads to a form with {@link #FIELD} in its address; the form carries it, what is made is told
 * of to whoever keeps what it led to, and the page of what was made tells what it came of.
 */
@Component
public class Origins {

    /** The hidden field that names the page that led to a form. */
    public static final String FIELD = "comes-of";

    private final ApplicationEventPublisher events;
    private final ObjectProvider<OriginSource> sources;

    Origins(ApplicationEventPublisher events, ObjectProvider<OriginSource> sources) {
        this.events = events;
        this.sources = sources;
    }

    /** Tells that something was made, where the form was led to from somewhere. */
    public void made(SentForm sent, String kind, String words, String address) {
        if (!sent.text(FIELD).isEmpty()) {
            events.publishEvent(new CameOf(sent.text(FIELD), kind, words, address));
        }
    }

    /** What the thing with a path came of. */
    public List<OriginSource.Origin> of(String address) {
        return sources.stream().flatMap(each -> each.of(address).stream()).toList();
    }
}
