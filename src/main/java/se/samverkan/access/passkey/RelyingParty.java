package se.samverkan.access.passkey;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRpEntity;
import org.springframework.security.web.webauthn.management.Webauthn4JRelyingPartyOperations;
import org.springframework.stereotype.Component;

/**
 * Whom a passkey is made for: this installation, by its name on the net. The browser signs the origin it stood at, and it
 * must be ours.
 */
@Component
class RelyingParty {

    private static final String NAME = "Samverkan";

    private final PasskeyHolders holders;
    private final PasskeyRecords records;
    private final @Nullable URI address;

    RelyingParty(PasskeyHolders holders, PasskeyRecords records, PasskeySettings settings) {
        this.holders = holders;
        this.records = records;
        this.address =
                settings.address() == null || settings.address().toString().isEmpty() ? null : settings.address();
    }

    PublicKeyCredentialRpEntity entity(HttpServletRequest request) {
        return PublicKeyCredentialRpEntity.builder()
                .id(origin(request).getHost())
                .name(NAME)
                .build();
    }

    /** The standard's procedures of verifying, for the origin of this request. */
    Webauthn4JRelyingPartyOperations operations(HttpServletRequest request) {
        return new Webauthn4JRelyingPartyOperations(
                holders, records, entity(request), Set.of(origin(request).toString()));
    }

    private URI origin(HttpServletRequest request) {
        if (address != null) {
            return address;
        }
        boolean usual = request.getServerPort() == (request.isSecure() ? 443 : 80);
        String port = usual ? "" : ":" + request.getServerPort();
        return URI.create(request.getScheme() + "://" + request.getServerName() + port);
    }
}
