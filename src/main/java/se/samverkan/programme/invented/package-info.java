/** What the demonstration's administrator has done with the programmes. */
@NullMarked
package se.samverkan.programme.invented;

import org.jspecify.annotations.NullMarked;
