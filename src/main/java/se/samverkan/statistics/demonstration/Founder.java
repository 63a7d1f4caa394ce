package se.samverkan.statistics.demonstration;

import java.util.ArrayList;
import java.util.List;
import se.samverkan.statistics.demonstration.School.Kind;

/** Makes one unit of a municipality: its name, whose it is, and what lies behind its figures. */
final class Founder {

    private static final double PRESCHOOLS_BY_OTHERS = 0.24;
    private static final double COMPULSORY_BY_OTHERS = 0.28;
    private static final double UPPER_SECONDARY_BY_OTHERS = 0.38;

    private final Country country;
    private final Town town;
    private final long number;
    private final int place;
    private final Chance chance;

    /**
     * @param number the unit's number in the country
     * @param place its number among those of its kind in the municipality
     */
    Founder(Country country, Town town, long number, int place) {
        this.country = country;
        this.town = town;
        this.number = number;
        this.place = place;
        this.chance = Chance.of(country.seed(), 5, number);
    }

    School compulsory() {
        boolean others = chance.happens(COMPULSORY_BY_OTHERS);
        Owner owner = others ? country.someIndependent(chance, false) : country.municipal(town);
        if (number % 400 == 7) {
            owner = country.state();
        }
        int firstGrade = others ? chance.one(List.of(1, 1, 4, 7)) : chance.one(List.of(1, 1, 1, 4, 7, 7));
        double size = Chance.within(4, chance.spread(others ? 38 : firstGrade == 7 ? 85 : 52, 0.6), 240);
        double education = Chance.within(1.4, chance.normal(town.education() + (others ? 0.10 : 0), 0.20), 2.95);
        double newlyArrived = Chance.within(0, 0.05 - 0.13 * (education - 2.3) + chance.normal(0, 0.03), 0.4);
        return new School(
                number,
                Numbers.unit(number),
                Kind.COMPULSORY,
                name("school", 11),
                owner,
                firstGrade,
                size,
                education,
                newlyArrived,
                chance.normal(0, 11),
                chance.normal(0.1, 0.8),
                Chance.within(0.3, chance.normal(town.licensed() - (others ? 0.07 : 0), 0.10), 1),
                others && chance.happens(0.03),
                others && chance.happens(0.04),
                List.of());
    }

    School upperSecondary() {
        boolean others = chance.happens(UPPER_SECONDARY_BY_OTHERS);
        Owner owner = others ? country.someIndependent(chance, false) : country.municipal(town);
        if (number % 300 == 11) {
            owner = country.region(chance);
        }
        double education = Chance.within(1.5, chance.normal(town.education(), 0.18), 2.9);
        return new School(
                number,
                Numbers.unit(number),
                Kind.UPPER_SECONDARY,
                name("upper", 13),
                owner,
                1,
                Chance.within(5, chance.spread(26, 0.45), 150),
                education,
                Chance.within(0, 0.05 - 0.1 * (education - 2.3) + chance.normal(0, 0.03), 0.4),
                chance.normal(0, 9),
                chance.normal(0.05, 0.6),
                Chance.within(0.35, chance.normal(town.licensed() + (others ? -0.05 : 0.08), 0.09), 1),
                false,
                false,
                programmes());
    }

    private List<String> programmes() {
        int wanted = 2 + chance.below(6);
        List<String> chosen = new ArrayList<>();
        for (int i = 0; chosen.size() < wanted; i++) {
            String programme = Country.PROGRAMMES.get(i % Country.PROGRAMMES.size());
            if (!chosen.contains(programme) && chance.happens(0.35)) {
                chosen.add(programme);
            }
        }
        return List.copyOf(chosen);
    }

    School preschool() {
        boolean others = chance.happens(PRESCHOOLS_BY_OTHERS);
        return new School(
                number,
                "F" + Numbers.unit(number),
                Kind.PRESCHOOL,
                name("preschool", 17),
                others ? country.someIndependent(chance, true) : country.municipal(town),
                0,
                Chance.within(8, chance.spread(others ? 36 : 62, 0.5), 220),
                Chance.within(1.4, chance.normal(town.education(), 0.2), 2.95),
                0,
                chance.normal(0, 1),
                chance.normal(0, 0.05),
                Chance.within(0, chance.normal(0.40 - (others ? 0.08 : 0), 0.14), 1),
                false,
                false,
                List.of());
    }

    /** A name of its own in its municipality: after a place nearby, with a number when the places run out. */
    private String name(String pattern, int salt) {
        int places = Landscape.places();
        String nearby = Landscape.place(country.seed() + salt, town.place() * 997 + place);
        String name = chance.one(Landscape.words("pattern." + pattern)).replace("{0}", nearby);
        return place < places ? name : name + " " + (place / places + 1);
    }
}
