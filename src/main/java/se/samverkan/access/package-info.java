/**
 * People, how they sign in, what their roles let them do and for how long; and the one rule of what a person may see.
 *
 * <p>The door checks the verb with {@link se.samverkan.access.Rights}; the database checks the row with the policies of
 * this room's migrations, for the person that {@link se.samverkan.access.ActorTransactionManager} names to it.
 */
@ApplicationModule(allowedDependencies = {"shared", "shared::database", "shared::page", "organisation"})
@NullMarked
package se.samverkan.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
