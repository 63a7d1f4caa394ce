/**
 * Skolverket's open APIs, the school unit register v2 and Planned Educations v4: fetched politely, kept answer by
 * answer so that a restart goes on where it was, and taken in all at once.
 *
 * <p>An adapter of the statistics room. It uses the room's {@link se.samverkan.statistics.Intake} and implements its
 * door {@link se.samverkan.statistics.Sync}; nothing outside the room knows it. Links inside answers are never followed,
 * and no e-mail address and no head teacher's name is ever read out of one.
 */
@NullMarked
package se.samverkan.statistics.skolverket;

import org.jspecify.annotations.NullMarked;
