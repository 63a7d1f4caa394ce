/**
 * What the public is told (publicering): an organiser that takes part and what it says itself, lessons, results. It is written,
 * reviewed by somebody else, released, and can be withdrawn; {@code page} holds the pages of the public, drawn for nobody in particular.
 */
@NullMarked
package se.samverkan.reporting.publication;

import org.jspecify.annotations.NullMarked;
