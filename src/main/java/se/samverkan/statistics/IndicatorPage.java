package se.samverkan.statistics;

import java.util.List;
import se.samverkan.organisation.UnitView;

/**
 * One indicator of one unit in full: every part of it, the definition, and how things are computed.
 *
 * @param unit the unit
 * @param name what is measured
 * @param definition what it means
 * @param panels a chart and table for the whole and for every part
 * @param likeness how similar units were found
 */
record IndicatorPage(UnitView unit, String name, String definition, List<Panel> panels, UnitPage.Likeness likeness) {}
