/**
 * Indicators, observations and their import: public figures as published, with their source, period and what they can
 * carry. Nothing here is about a single pupil.
 */
@ApplicationModule(
        allowedDependencies = {"shared", "shared::database", "shared::page", "organisation", "access", "records"})
@NullMarked
package se.samverkan.statistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
