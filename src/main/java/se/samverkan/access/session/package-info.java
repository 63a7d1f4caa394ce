/** Sessions in the database, the proof that a form is ours, and the filters around every request. */
@NullMarked
package se.samverkan.access.session;

import org.jspecify.annotations.NullMarked;
