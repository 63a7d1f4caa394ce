/**
 * An invented country for demonstrations and load tests: municipalities, organisers, units and ten years of figures that
 * behave like Swedish ones, and of which nothing is real. How it is made is told in docs/methods/invented-country.md.
 *
 * <p>An adapter of the statistics room: it brings units in through {@link se.samverkan.organisation.Registry}, figures
 * through {@link se.samverkan.statistics.Intake} and people through {@link se.samverkan.access.DemonstrationPeople}, as
 * any source does.
 */
@NullMarked
package se.samverkan.statistics.demonstration;

import org.jspecify.annotations.NullMarked;
