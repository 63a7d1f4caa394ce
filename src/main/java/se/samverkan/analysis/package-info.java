/**
 * Current-state analyses (nulägesanalyser): what a unit, or the organiser at its own level, finds out about itself before anybody
 * decides what to do. {@code chain} holds the analysis and its chain from evidence to development area, {@code guide} the
 * programme's guiding questions, {@code priority} what is chosen and why, {@code review} how it is opened and talked about, {@code pack} the figures to talk about, {@code own} the unit's own, {@code source} what other rooms show, {@code self} how it judges itself,
 * {@code workshop} which kind of intervention could meet which cause,
 * {@code version} what was adopted, {@code page} what people see, {@code invented} the
 * demonstration's part.
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
            "records::mark",
            "records::rendition",
            "records::retention",
            "notice",
            "discussion",
            "discussion::opening",
            "statistics",
            "programme",
            "programme::variant",
            "partnership",
            "survey",
            "meeting"
        })
@NullMarked
package se.samverkan.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
