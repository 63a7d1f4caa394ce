/** What people see of an analysis and do in it. It stands on {@code chain}, {@code guide}, {@code review} and {@code priority}. */
@NullMarked
package se.samverkan.analysis.page;

import org.jspecify.annotations.NullMarked;
