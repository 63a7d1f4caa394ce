package se.samverkan.statistics;

import se.samverkan.shared.Period;

/**
 * What the figures of a unit's similar units span: half of them lie between low and high.
 *
 * @param indicator the number of the indicator
 * @param breakdown the number of the part
 * @param period the time it speaks of
 * @param units how many of the similar units have a value then
 * @param low the lower quartile
 * @param middle the median
 * @param high the upper quartile
 */
record Band(short indicator, short breakdown, Period period, int units, double low, double middle, double high) {}
