/**
 * Finding by a few letters, as a Swede hears and misspells them: the index of names, and the pages of what is found. Knows
 * the rows of the organisation room, none of its classes.
 */
@NullMarked
package se.samverkan.organisation.search;

import org.jspecify.annotations.NullMarked;
