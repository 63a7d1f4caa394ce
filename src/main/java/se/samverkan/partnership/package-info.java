/**
 * Partnerships (samverkan): one organiser in one programme, from the offer to the closing. What a programme's phases, roles
 * and steps are is told by its variant; no rule here knows which programme it is.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared::page",
            "organisation",
            "access",
            "records",
            "records::archive",
            "records::file",
            "records::archive",
            "records::rendition",
            "notice",
            "statistics",
            "programme",
            "programme::variant",
            "selection"
        })
@NullMarked
package se.samverkan.partnership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
