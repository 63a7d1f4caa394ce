/**
 * Handovers: when somebody leaves a role in a partnership, a pack for whoever takes over. It stands on {@code course} and
 * {@code staffing}; other parts put theirs into the pack by {@link se.samverkan.partnership.handover.PackPart}.
 */
@NullMarked
package se.samverkan.partnership.handover;

import org.jspecify.annotations.NullMarked;
