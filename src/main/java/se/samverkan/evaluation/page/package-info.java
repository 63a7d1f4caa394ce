/** How evaluations are asked for and told: a sentence, a picture and a table for each outcome. It stands on {@code run} and {@code method}. */
@NullMarked
package se.samverkan.evaluation.page;

import org.jspecify.annotations.NullMarked;
