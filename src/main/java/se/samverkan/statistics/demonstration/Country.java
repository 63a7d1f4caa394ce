package se.samverkan.statistics.demonstration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The invented country: 21 counties, 290 municipalities, their organisers and units. Everything follows from the seed;
 * the units of a municipality are made when they are asked for, so that a country of any size fits in little memory.
 *
 * <p>What lies behind a school's figures is drawn around its municipality: parents' education varies more within
 * municipalities than between them, and the share of newly arrived pupils goes down where it goes up.
 */
final class Country {

    static final int MUNICIPALITIES = 290;
    static final int COUNTIES = 21;

    /** How many units of each kind there are, at scale 1. */
    record Size(int compulsory, int upperSecondary, int preschools) {

        /** About as many as in Sweden. */
        static final Size WHOLE = new Size(1_700, 1_100, 8_000);
    }

    /** The programmes of the upper secondary school, those that many choose first. */
    static final List<String> PROGRAMMES = List.of(
            "SA25", "EK25", "NA25", "TE25", "ES25", "IMV", "EE25", "BA25", "VO25", "FT25", "BF25", "HV25", "RL25",
            "NB25", "IN25", "VF25", "HU25");

    private static final int INDEPENDENT = 420;
    private static final int SOLE_TRADERS = 25;

    private final long seed;
    private final int scale;
    private final Size size;
    private final List<Town> towns;
    private final List<Owner> independent;
    private final List<Owner> regions;
    private final Owner state;

    Country(long seed, int scale) {
        this(seed, scale, Size.WHOLE);
    }

    Country(long seed, int scale, Size size) {
        this.seed = seed;
        this.scale = scale;
        this.size = size;
        this.towns = makeTowns();
        this.independent = makeIndependent();
        this.regions = makeRegions();
        this.state = new Owner(
                Numbers.municipalOrganiser(9_000),
                filled("state", Landscape.place(seed, MUNICIPALITIES + 4_000)),
                "STATE",
                "",
                false);
    }

    private List<Town> makeTowns() {
        double[] weights = new double[MUNICIPALITIES];
        double sum = 0;
        for (int i = 0; i < MUNICIPALITIES; i++) {
            weights[i] = Chance.of(seed, 1, i).spread(1, 0.95);
            sum += weights[i];
        }
        List<Town> made = new ArrayList<>();
        for (int i = 0; i < MUNICIPALITIES; i++) {
            made.add(town(i, weights[i] / sum));
        }
        return made;
    }

    private Town town(int place, double weight) {
        Chance chance = Chance.of(seed, 2, place);
        int county = place % COUNTIES;
        double bigness = Math.log(weight * MUNICIPALITIES);
        return new Town(
                place,
                Numbers.municipality(county, place / COUNTIES),
                Landscape.place(seed, place),
                Landscape.pattern("county")
                        .replace("{0}", Landscape.words("county").get(county)),
                weight,
                Chance.within(1.9, chance.normal(2.24 + 0.06 * bigness, 0.10), 2.7),
                Chance.within(0.5, chance.normal(0.73 + 0.01 * bigness, 0.07), 0.92));
    }

    private List<Owner> makeIndependent() {
        List<Owner> made = new ArrayList<>();
        for (int i = 0; i < INDEPENDENT; i++) {
            Chance chance = Chance.of(seed, 3, i);
            String place = Landscape.place(seed, MUNICIPALITIES + i);
            String name = chance.one(Landscape.words("pattern.company")).replace("{0}", place);
            made.add(new Owner(Numbers.organiser(i), name, "INDEPENDENT", "", false));
        }
        for (int i = 0; i < SOLE_TRADERS; i++) {
            Chance chance = Chance.of(seed, 4, i);
            String name = chance.one(Landscape.words("first")) + " " + chance.one(Landscape.words("last"));
            made.add(new Owner(Numbers.soleTrader(i), name, "INDEPENDENT", "", true));
        }
        return made;
    }

    private List<Owner> makeRegions() {
        List<Owner> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            String name = Landscape.pattern("region").replace("{0}", Landscape.place(seed, MUNICIPALITIES + 2_000 + i));
            made.add(new Owner(Numbers.municipalOrganiser(8_000 + i), name, "REGION", "", false));
        }
        return made;
    }

    private static String filled(String pattern, String place) {
        return Landscape.pattern(pattern).replace("{0}", place);
    }

    List<Town> towns() {
        return towns;
    }

    int scale() {
        return scale;
    }

    long seed() {
        return seed;
    }

    Owner municipal(Town town) {
        return new Owner(
                Numbers.municipalOrganiser(town.place()),
                filled("municipality", town.name()),
                "MUNICIPAL",
                town.code(),
                false);
    }

    List<Owner> owners() {
        List<Owner> all = new ArrayList<>();
        towns.forEach(town -> all.add(municipal(town)));
        all.addAll(independent);
        all.addAll(regions);
        all.add(state);
        return all;
    }

    /** The six municipalities nearest in parents' education and size, for every municipality. */
    Map<String, List<String>> alike() {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        for (Town town : towns) {
            groups.put(
                    town.code(),
                    towns.stream()
                            .filter(other -> other != town)
                            .sorted(Comparator.comparingDouble(other -> distance(town, other)))
                            .limit(7)
                            .map(Town::code)
                            .toList());
        }
        return groups;
    }

    private static double distance(Town a, Town b) {
        double education = (a.education() - b.education()) / 0.12;
        double size = (Math.log(a.weight()) - Math.log(b.weight())) / 0.95;
        return education * education + size * size;
    }

    /** All units of a municipality. */
    List<School> schools(Town town) {
        List<School> made = new ArrayList<>();
        long number = unitsBefore(town);
        int compulsory = share(town, size.compulsory(), 1);
        int upper = share(town, size.upperSecondary(), 0);
        int preschools = share(town, size.preschools(), 3);
        for (int i = 0; i < compulsory; i++) {
            made.add(new Founder(this, town, number + made.size(), i).compulsory());
        }
        for (int i = 0; i < upper; i++) {
            made.add(new Founder(this, town, number + made.size(), i).upperSecondary());
        }
        for (int i = 0; i < preschools; i++) {
            made.add(new Founder(this, town, number + made.size(), i).preschool());
        }
        return made;
    }

    /** How many units of a kind this municipality has, so that all together have as many as wanted. */
    private int share(Town town, int wanted, int atLeast) {
        double before = weightBefore(town);
        long rest = (long) (wanted - atLeast * MUNICIPALITIES) * scale;
        return (int) (Math.round((before + town.weight()) * rest) - Math.round(before * rest)) + atLeast * scale;
    }

    /** Units are numbered from the first municipality to the last, so that each number is taken once. */
    private long unitsBefore(Town town) {
        double before = weightBefore(town);
        long sum = 0;
        for (int[] kind : new int[][] {{size.compulsory(), 1}, {size.upperSecondary(), 0}, {size.preschools(), 3}}) {
            long rest = (long) (kind[0] - kind[1] * MUNICIPALITIES) * scale;
            sum += Math.round(before * rest) + (long) town.place() * kind[1] * scale;
        }
        return sum;
    }

    private double weightBefore(Town town) {
        double before = 0;
        for (Town other : towns.subList(0, town.place())) {
            before += other.weight();
        }
        return before;
    }

    Owner someIndependent(Chance chance, boolean preschool) {
        if (preschool && chance.happens(0.03)) {
            return independent.get(INDEPENDENT + chance.below(SOLE_TRADERS));
        }
        // A few own many schools and most own one: the square of an even number is mostly small.
        double even = chance.below(1_000_000) / 1_000_000.0;
        return independent.get((int) (even * even * INDEPENDENT));
    }

    Owner region(Chance chance) {
        return chance.one(regions);
    }

    Owner state() {
        return state;
    }
}
