/**
 * The researchers' workshop: the group and its researchers read the causes together and say which kind of intervention could meet
 * which, and what that stands on. It stands on {@code chain}.
 */
@NullMarked
package se.samverkan.analysis.workshop;

import org.jspecify.annotations.NullMarked;
