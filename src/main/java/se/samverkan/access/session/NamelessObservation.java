package se.samverkan.access.session;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import java.util.List;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import se.samverkan.access.NamelessPath;

/** Keeps requests to {@link NamelessPath}s out of the measurements: when a counter went up would tell when somebody answered. */
@Component
class NamelessObservation implements ObservationPredicate {

    private final List<NamelessPath> nameless;

    NamelessObservation(List<NamelessPath> nameless) {
        this.nameless = List.copyOf(nameless);
    }

    @Override
    public boolean test(String name, Observation.Context context) {
        return !(context instanceof ServerRequestObservationContext request
                && request.getCarrier() != null
                && NamelessPath.isUnder(nameless, request.getCarrier().getRequestURI()));
    }
}
