package se.samverkan.organisation;

/**
 * A municipality as a source tells it.
 *
 * @param code four digits, the first two the county's
 * @param name its name without "kommun"
 * @param county the name of its county
 */
public record MunicipalityFacts(String code, String name, String county) {}
