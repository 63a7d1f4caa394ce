/**
 * Interventions (insatser): who offers what, and what units have learned. {@code catalogue} is the register of providers and what
 * they offer, {@code lesson} the exchange of experience, {@code matching} what could meet a cause and why, {@code commission} what a
 * provider is asked for and what it answers, {@code invented} the
 * demonstration's part.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared::page",
            "organisation",
            "organisation::search",
            "access",
            "records::archive",
            "records::retention",
            "notice",
            "statistics",
            "partnership",
            "analysis::chain"
        })
@NullMarked
package se.samverkan.intervention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
