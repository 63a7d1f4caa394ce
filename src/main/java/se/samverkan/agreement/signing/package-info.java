/**
 * Signing of agreements: who signs for each party, what is put before them, that it is in force when all have signed, and the
 * document that it is filed as. It stands on {@code text}.
 */
@NullMarked
package se.samverkan.agreement.signing;

import org.jspecify.annotations.NullMarked;
