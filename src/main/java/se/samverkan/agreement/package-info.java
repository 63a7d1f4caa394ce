/**
 * Agreements (överenskommelser) between an agency or office and an organiser: drawn up by both, fixed when both have accepted
 * the same text, changed only by numbered amendments. Whether a programme has them its variant says.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared::page",
            "organisation",
            "access",
            "records",
            "records::archive",
            "records::rendition",
            "records::signature",
            "records::document",
            "records::mark",
            "notice",
            "discussion",
            "statistics",
            "programme",
            "programme::variant",
            "partnership",
            "actionplan"
        })
@NullMarked
package se.samverkan.agreement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
