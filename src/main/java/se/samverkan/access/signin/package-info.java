/** The ways in: password, one-time link, and the people of a demonstration; and one's own account. */
@NullMarked
package se.samverkan.access.signin;

import org.jspecify.annotations.NullMarked;
