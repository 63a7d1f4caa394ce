/** The extract of everything that is held about one person, put together of what every room holds. */
@NullMarked
package se.samverkan.access.extract;

import org.jspecify.annotations.NullMarked;
