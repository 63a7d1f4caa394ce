/**
 * Organisers, units, providers, municipalities: who there is, by which name on which day, and how to find them.
 */
@ApplicationModule(allowedDependencies = {"shared", "shared::database", "shared::page"})
@NullMarked
package se.samverkan.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
