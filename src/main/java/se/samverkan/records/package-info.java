/**
 * The law: what happened, who did it, and proof that the log is whole.
 */
@ApplicationModule(allowedDependencies = {"shared", "shared::database", "shared::page", "organisation", "access"})
@NullMarked
package se.samverkan.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
