/**
 * Follow-up (uppföljning): did anything change, and what is done about it. {@code plan} knows which plans are followed up and when,
 * {@code sign} what people have seen of the visible signs, {@code goal} how figures move, {@code checkpoint} what a group says of it
 * all once a term, {@code report} what is told to those who support, {@code page} what stands on the page of the case,
 * {@code invented} the demonstration's part.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared::page",
            "organisation",
            "access",
            "records",
            "records::document",
            "records::file",
            "records::rendition",
            "notice",
            "discussion",
            "statistics",
            "statistics::chart",
            "programme",
            "programme::variant",
            "partnership",
            "survey",
            "meeting",
            "actionplan",
            "agreement",
            "intervention"
        })
@NullMarked
package se.samverkan.followup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
