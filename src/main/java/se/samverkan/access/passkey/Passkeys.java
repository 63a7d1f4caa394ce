package se.samverkan.access.passkey;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.web.webauthn.api.AttestationConveyancePreference;
import org.springframework.security.web.webauthn.api.AuthenticatorAssertionResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorAttestationResponse;
import org.springframework.security.web.webauthn.api.AuthenticatorSelectionCriteria;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.PublicKeyCredential;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialCreationOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialDescriptor;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialParameters;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialRequestOptions;
import org.springframework.security.web.webauthn.api.PublicKeyCredentialUserEntity;
import org.springframework.security.web.webauthn.api.ResidentKeyRequirement;
import org.springframework.security.web.webauthn.api.UserVerificationRequirement;
import org.springframework.security.web.webauthn.jackson.WebauthnJacksonModule;
import org.springframework.security.web.webauthn.management.ImmutableRelyingPartyRegistrationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyAuthenticationRequest;
import org.springframework.security.web.webauthn.management.RelyingPartyPublicKey;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Makes passkeys and recognises people by them. A passkey must know its owner by itself (it is discoverable) and must
 * have asked for finger, face or code, so that it alone is enough to come in.
 */
@Component
class Passkeys {

    private static final Logger log = LoggerFactory.getLogger(Passkeys.class);
    private static final List<PublicKeyCredentialParameters> ALGORITHMS = List.of(
            PublicKeyCredentialParameters.EdDSA,
            PublicKeyCredentialParameters.ES256,
            PublicKeyCredentialParameters.RS256);

    private final RelyingParty party;
    private final PasskeyHolders holders;
    private final PasskeyRecords records;
    private final AuditTrail audit;
    private final JsonMapper json =
            JsonMapper.builder().addModule(new WebauthnJacksonModule()).build();

    Passkeys(RelyingParty party, PasskeyHolders holders, PasskeyRecords records, AuditTrail audit) {
        this.party = party;
        this.holders = holders;
        this.records = records;
        this.audit = audit;
    }

    /** What the browser needs to make a passkey for the person of this transaction, as JSON. */
    @Transactional(propagation = Propagation.REQUIRED)
    String creation(HttpServletRequest request, Bytes challenge) {
        return json.writeValueAsString(creationOptions(request, challenge));
    }

    /** What the browser needs to sign in with a passkey, as JSON. */
    String assertion(HttpServletRequest request, Bytes challenge) {
        return json.writeValueAsString(requestOptions(request, challenge));
    }

    /**
     * Keeps the passkey that the browser made, for the person of this transaction.
     *
     * @param credential what the browser sent, as JSON
     * @param label what its owner calls it
     * @throws Refusal when it does not answer the challenge
     */
    @Transactional
    void register(HttpServletRequest request, Bytes challenge, String credential, String label) {
        try {
            PublicKeyCredential<AuthenticatorAttestationResponse> made =
                    json.readValue(credential, new TypeReference<>() {});
            CredentialRecord passkey = party.operations(request)
                    .registerCredential(new ImmutableRelyingPartyRegistrationRequest(
                            creationOptions(request, challenge), new RelyingPartyPublicKey(made, label)));
            Actor actor = Actor.current();
            Subject owner = new Subject("person", Long.toString(actor.person()), actor.name());
            audit.record(Happening.of("passkey.added", owner, null).changing("passkey", null, passkey.getLabel()));
        } catch (JacksonException | IllegalArgumentException | com.webauthn4j.util.exception.WebAuthnException wrong) {
            log.info("A passkey was refused: {}", wrong.getClass().getSimpleName());
            throw Refusal.rule("refusal.passkey.wrong");
        }
    }

    /** The person whose passkey answered the challenge. */
    Optional<Long> person(HttpServletRequest request, Bytes challenge, String credential) {
        try {
            PublicKeyCredential<AuthenticatorAssertionResponse> answer =
                    json.readValue(credential, new TypeReference<>() {});
            PublicKeyCredentialUserEntity holder = party.operations(request)
                    .authenticate(new RelyingPartyAuthenticationRequest(requestOptions(request, challenge), answer));
            return Optional.ofNullable(holders.person(holder.getId()));
        } catch (RuntimeException wrong) {
            log.info("A passkey did not answer: {}", wrong.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private PublicKeyCredentialCreationOptions creationOptions(HttpServletRequest request, Bytes challenge) {
        PublicKeyCredentialUserEntity owner = holders.own();
        List<PublicKeyCredentialDescriptor> known = records.findByUserId(owner.getId()).stream()
                .map(passkey -> PublicKeyCredentialDescriptor.builder()
                        .id(passkey.getCredentialId())
                        .transports(passkey.getTransports())
                        .build())
                .toList();
        return PublicKeyCredentialCreationOptions.builder()
                .rp(party.entity(request))
                .user(owner)
                .challenge(challenge)
                .pubKeyCredParams(ALGORITHMS)
                .timeout(Challenges.LASTING)
                .excludeCredentials(known)
                .authenticatorSelection(AuthenticatorSelectionCriteria.builder()
                        .residentKey(ResidentKeyRequirement.REQUIRED)
                        .userVerification(UserVerificationRequirement.REQUIRED)
                        .build())
                .attestation(AttestationConveyancePreference.NONE)
                .build();
    }

    private PublicKeyCredentialRequestOptions requestOptions(HttpServletRequest request, Bytes challenge) {
        return PublicKeyCredentialRequestOptions.builder()
                .challenge(challenge)
                .rpId(party.entity(request).getId())
                .timeout(Challenges.LASTING)
                .userVerification(UserVerificationRequirement.REQUIRED)
                .build();
    }
}
