package se.samverkan.statistics;

/**
 * Figures have come in; told inside their transaction, so listen after its commit.
 *
 * @param importId the number of the import
 */
public record FiguresTaken(int importId) {}
