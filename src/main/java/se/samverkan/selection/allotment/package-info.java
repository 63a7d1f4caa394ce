/**
 * From a frozen basis and a locked plan to allotted places, by lot or by assessment, with comparison units fixed in the
 * same step. It stands on {@code round}, {@code method}, {@code candidate} and {@code invitation}, whose open proposals
 * hinder a freeze.
 */
@NullMarked
package se.samverkan.selection.allotment;

import org.jspecify.annotations.NullMarked;
