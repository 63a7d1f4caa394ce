package se.samverkan.statistics.demonstration;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import se.samverkan.organisation.UnitFacts;
import se.samverkan.statistics.demonstration.School.Kind;

/** What the register of the invented country says of one unit. */
record Entry(Country country, Town town, School school) {

    UnitFacts facts() {
        Chance chance = Chance.of(country.seed(), 71, school.number());
        boolean preschool = school.kind() == Kind.PRESCHOOL;
        String street = chance.one(Landscape.words("pattern.street"))
                .replace("{0}", Landscape.place(country.seed() + 19, chance.below(Landscape.places())))
                .replace("{1}", Integer.toString(1 + chance.below(60)));
        UnitFacts facts = new UnitFacts(
                school.key(),
                preschool ? null : school.key(),
                preschool ? "PRESCHOOL" : "SCHOOL",
                school.name(),
                school.owner().number(),
                school.owner().name(),
                town.code(),
                forms(),
                "ACTIVE",
                school.kind() == Kind.COMPULSORY && school.quality() < -24,
                school.publishesNothing() ? "INTERNATIONELL" : null,
                street,
                "0" + town.code(),
                town.name(),
                "DEMONSTRATION");
        return facts.telling(null, null, school.publishesNothing());
    }

    private Map<String, Set<String>> forms() {
        Map<String, Set<String>> forms = new LinkedHashMap<>();
        switch (school.kind()) {
            case PRESCHOOL -> forms.put("PRESCHOOL", Set.of());
            case UPPER_SECONDARY -> forms.put("UPPER_SECONDARY", grades(1, 3));
            case COMPULSORY -> {
                if (school.firstGrade() == 1) {
                    forms.put("PRESCHOOL_CLASS", new LinkedHashSet<>(List.of("F")));
                }
                forms.put("COMPULSORY", grades(school.firstGrade(), 9));
            }
        }
        return forms;
    }

    private static Set<String> grades(int first, int last) {
        Set<String> grades = new LinkedHashSet<>();
        IntStream.rangeClosed(first, last).forEach(grade -> grades.add(Integer.toString(grade)));
        return grades;
    }
}
