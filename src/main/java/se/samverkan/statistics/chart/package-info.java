/**
 * Draws small charts as SVG on the server: one picture for the page, for print and for documents. Knows nothing of schools.
 * Why our own pen: docs/adr on charts.
 */
@NamedInterface("chart")
@NullMarked
package se.samverkan.statistics.chart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
