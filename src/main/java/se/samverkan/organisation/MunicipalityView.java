package se.samverkan.organisation;

/**
 * A municipality as other rooms and pages see it.
 *
 * @param code four digits
 * @param name its name without "kommun"
 * @param county the name of its county
 */
public record MunicipalityView(String code, String name, String county) {}
