/**
 * Values that every room speaks with (terms, periods, refusals) and the interfaces through which the lowest rooms can
 * tell what happened. Knows no other room.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package se.samverkan.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
