/** The red thread of a plan: what is loose in it, and how it spreads over terms and people. It stands on {@code content}. */
@NullMarked
package se.samverkan.actionplan.thread;

import org.jspecify.annotations.NullMarked;
