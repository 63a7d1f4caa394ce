/**
 * What people are writing and have not sent: kept within seconds for whoever writes it, and given back when they come again.
 * A form of any room has it by the attribute {@code data-keep}.
 */
@NullMarked
package se.samverkan.discussion.draft;

import org.jspecify.annotations.NullMarked;
