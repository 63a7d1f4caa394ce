/**
 * Reporting: what those who support see of many partnerships at once, the concerns they raise, and what they learn from their
 * own work, and what the public is told. It reads other rooms' views, never their tables, and keeps only what is its own.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared::database",
            "shared::page",
            "organisation",
            "organisation::search",
            "access",
            "records",
            "records::document",
            "records::rendition",
            "notice",
            "discussion",
            "statistics",
            "statistics::disclosure",
            "programme",
            "programme::variant",
            "partnership",
            "partnership::people",
            "meeting",
            "survey",
            "actionplan",
            "agreement",
            "intervention::lesson",
            "evaluation"
        })
@NullMarked
package se.samverkan.reporting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
