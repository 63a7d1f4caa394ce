/**
 * Action plans (åtgärdsplaner): what a unit, or the organiser at its own level, decides to do about the areas that its analysis
 * put first. {@code content} holds the plan and its parts from area to intervention, {@code thread} what is loose in it and how
 * it spreads over terms and people, {@code adoption} what was decided and what has been amended since, {@code page} what people
 * see, {@code invented} the demonstration's part.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared::page",
            "organisation",
            "access",
            "records",
            "records::archive",
            "records::document",
            "records::rendition",
            "records::retention",
            "notice",
            "discussion",
            "discussion::opening",
            "statistics",
            "programme",
            "programme::variant",
            "partnership",
            "meeting",
            "analysis"
        })
@NullMarked
package se.samverkan.actionplan;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
