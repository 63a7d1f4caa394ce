/**
 * Evaluation (utvärdering): did it help? {@code method} holds the methods, which anyone can repeat from a file; {@code run} what rounds
 * have been evaluated by, kept as it was computed; {@code page} how it is told: a sentence, a picture and a table; {@code invented}
 * the demonstration's part. A single school never gets an effect.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared::page",
            "organisation",
            "access",
            "records",
            "statistics",
            "statistics::chart",
            "selection",
            "intervention"
        })
@NullMarked
package se.samverkan.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
