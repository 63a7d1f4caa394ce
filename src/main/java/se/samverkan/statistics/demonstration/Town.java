package se.samverkan.statistics.demonstration;

/**
 * An invented municipality.
 *
 * @param place its number, from 0, among all municipalities
 * @param code four digits
 * @param name its name without "kommun"
 * @param county the name of its county
 * @param weight its share of the country's children, all municipalities together 1
 * @param education the mean of its parents' education, from 1 to 3
 * @param licensed the mean of its share of licensed teachers, from 0 to 1
 */
record Town(int place, String code, String name, String county, double weight, double education, double licensed) {}
