package se.samverkan.records.signature;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which service signs here: the one that this installation has been given, or in a demonstration the stand-in. */
@Component
class SigningServices {

    private final List<SigningService> services;

    SigningServices(List<SigningService> services) {
        this.services = services;
    }

    /** None where nobody has set one up: then there is paper. */
    Optional<SigningService> here() {
        return services.stream()
                .filter(service -> !(service instanceof InventedSigningService))
                .findFirst()
                .or(() -> services.stream()
                        .filter(InventedSigningService.class::isInstance)
                        .filter(service -> ((InventedSigningService) service).isAllowed())
                        .findFirst());
    }
}
