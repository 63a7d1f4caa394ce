package se.samverkan.evaluation.method;

/**
 * At least five units that lie side by side along a scale.
 *
 * @param along the mean of where they lie
 * @param outcome the mean of their outcomes
 * @param units how many they are
 */
public record Group(double along, double outcome, int units) {}
