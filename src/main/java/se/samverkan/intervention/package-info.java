/**
 * Interventions (insatser): who offers what, and what units have learned. {@code catalogue} is the register of providers and what
 * they offer, {@code lesson} the exchange of experience, {@code network} the meetings that
 * come of it, {@code matching} what could meet a cause and why, {@code commission} what a
 * provider is asked for and what it answers, {@code occasion} its detailed plan, {@code delivery} what became of it, {@code reflection} what
 * participants say of it, {@code settlement} its money, {@code load} who has how much to do, {@code invented} the
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
            "records::file",
            "partnership",
            "partnership::people",
            "meeting",
            "actionplan",
            "agreement::funding",
            "analysis::chain"
        })
@NullMarked
package se.samverkan.intervention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
