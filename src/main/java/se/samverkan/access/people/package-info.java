/** The pages on which people and their roles are kept, and the rules they keep to. */
@NullMarked
package se.samverkan.access.people;

import org.jspecify.annotations.NullMarked;
