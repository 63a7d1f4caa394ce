/**
 * Voices (röster): surveys and idea rounds that staff, pupils and guardians answer without an account, what they come to, and
 * how large a share of the staff has taken part. Whoever answers is nobody to this system: see {@code docs/adr/0085}.
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
            "records::retention",
            "notice",
            "statistics",
            "programme",
            "programme::variant",
            "partnership"
        })
@NullMarked
package se.samverkan.survey;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
