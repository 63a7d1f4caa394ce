/**
 * The course of a partnership: what was decided, where it stands and which phases have begun. The parts beside this one tell
 * it what happened; it refuses what cannot follow on what is.
 */
@NullMarked
package se.samverkan.partnership.course;

import org.jspecify.annotations.NullMarked;
