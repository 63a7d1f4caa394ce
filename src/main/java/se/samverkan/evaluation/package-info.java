/**
 * Evaluation (utvärdering): did it help? So far the methods, which anyone can repeat from a file; what a round, cohort or
 * programme variant is evaluated by will stand on them.
 */
@ApplicationModule(allowedDependencies = {"shared"})
@NullMarked
package se.samverkan.evaluation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
