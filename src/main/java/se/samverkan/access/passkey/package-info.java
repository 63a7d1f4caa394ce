/** Passkeys (WebAuthn, level 3): making them, keeping them, and signing in with them. */
@NullMarked
package se.samverkan.access.passkey;

import org.jspecify.annotations.NullMarked;
