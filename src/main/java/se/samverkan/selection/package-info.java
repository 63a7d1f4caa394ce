/**
 * Selection (urval): from figures to a decision that stands up, and that can be evaluated. A round has people with duties,
 * versioned criteria, candidates with what their figures can carry, and what is decided. Nobody but the round's people
 * knows of it before its decision is shared, except that an organiser who is invited knows what its invitation tells.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared::page",
            "organisation",
            "access",
            "notice",
            "records",
            "records::document",
            "records::file",
            "records::mark",
            "records::rendition",
            "statistics",
            "statistics::chart",
            "statistics::estimate",
            "programme"
        })
@NullMarked
package se.samverkan.selection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
