/** Open data: tables of a programme that somebody has released to everybody, in versions that stand. It stands on {@code aggregate}. */
@NullMarked
package se.samverkan.reporting.release;

import org.jspecify.annotations.NullMarked;
