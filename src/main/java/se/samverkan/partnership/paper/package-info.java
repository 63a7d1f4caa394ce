/** The documents of a case: listed on its page, and put into it as files that one has. */
@NullMarked
package se.samverkan.partnership.paper;

import org.jspecify.annotations.NullMarked;
