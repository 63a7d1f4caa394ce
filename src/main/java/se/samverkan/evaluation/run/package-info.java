/** Runs: what a round was evaluated by, once, and what came of it, kept so that it can be made again. It stands on {@code method} alone. */
@NullMarked
package se.samverkan.evaluation.run;

import org.jspecify.annotations.NullMarked;
