package se.samverkan.access.signin;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.samverkan.access.Role;

/**
 * Everything a person's own page shows of them.
 *
 * @param name what they are called
 * @param email the address they sign in with
 * @param roles what they may do here, of today and to come
 * @param password whether they have one
 * @param passkeys their passkeys, the newest first
 * @param identities the other systems that they are linked to
 * @param sessions where they are signed in, the most recent first
 */
record AccountView(
        String name,
        String email,
        List<Held> roles,
        boolean password,
        List<Passkey> passkeys,
        List<String> identities,
        List<Open> sessions) {

    /** A role, where it is held and until when; empty and null mean everywhere and until further notice. */
    record Held(
            Role role,
            String place,
            LocalDate from,
            @Nullable LocalDate to) {}

    /** A passkey as its owner knows it. */
    record Passkey(
            String id,
            String label,
            Instant created,
            @Nullable Instant used) {}

    /** A session as its owner recognises it. */
    record Open(UUID handle, String way, String agent, Instant begun, Instant seen) {}

    /** How many ways in there are; the last one is not taken away. */
    int ways() {
        return (password ? 1 : 0) + passkeys.size() + identities.size();
    }
}
