/**
 * How those who read a plan and do not write in it would word its texts, and what those who write it say to that. It stands on
 * {@code content}.
 */
@NullMarked
package se.samverkan.actionplan.suggestion;

import org.jspecify.annotations.NullMarked;
