/** What participants say of an occasion afterwards, without an account and for real without a name. */
@NullMarked
package se.samverkan.intervention.reflection;

import org.jspecify.annotations.NullMarked;
