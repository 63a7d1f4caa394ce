/**
 * Meetings (träffar) of a partnership: planned from the variant's series or beside it, noted while they are held, closed, and
 * the assignments that go from one to the next. {@code plan} says when and who, {@code assignment} who does what until the
 * next one, {@code minutes} what is said and decided.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared::page",
            "organisation",
            "access",
            "records",
            "records::file",
            "records::archive",
            "records::mark",
            "records::rendition",
            "records::retention",
            "notice",
            "discussion",
            "statistics",
            "programme",
            "programme::variant",
            "partnership",
            "partnership::people",
            "survey"
        })
@NullMarked
package se.samverkan.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
