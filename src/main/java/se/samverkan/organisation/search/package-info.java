/**
 * Finding by a few letters, as a Swede hears and misspells them: the index of names, and the pages of what is found; and the words of
 * texts, for the rooms that keep them. Knows the rows of the organisation room, none of its classes.
 */
@NamedInterface("search")
@NullMarked
package se.samverkan.organisation.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
