/** What the room tells others of what voices came to. */
@NullMarked
package se.samverkan.survey.told;

import org.jspecify.annotations.NullMarked;
