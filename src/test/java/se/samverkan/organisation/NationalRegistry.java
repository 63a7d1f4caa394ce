package se.samverkan.organisation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** An invented country of the size of the real one, for measuring: 290 municipalities and as many units as one asks for. */
final class NationalRegistry {

    private static final List<String> BEGINNINGS = List.of(
            "Åre",
            "Älv",
            "Ös",
            "Berg",
            "Sjö",
            "Skogs",
            "Norr",
            "Söder",
            "Väster",
            "Öster",
            "Kyrk",
            "Strand",
            "Linde",
            "Björk",
            "Ek",
            "Gran",
            "Hag",
            "Kvarn",
            "Lund",
            "Mark",
            "Näs",
            "Prästgårds",
            "Rönn",
            "Sand",
            "Tall",
            "Vasa",
            "Fågel",
            "Blå",
            "Grön",
            "Svan");
    private static final List<String> ENDS = List.of(
            "skolan",
            "byskolan",
            "gårdens skola",
            "ängens förskola",
            "dalens förskola",
            "hedens friskola",
            "vallens gymnasium",
            "torps skola",
            "åsens förskola",
            "viks skola");

    private final Random random = new Random(7);

    List<MunicipalityFacts> municipalities() {
        List<MunicipalityFacts> all = new ArrayList<>();
        for (int i = 0; i < 290; i++) {
            String code = "%02d%02d".formatted(i % 25 + 1, i / 25 + 1);
            all.add(new MunicipalityFacts(code, begin(i) + "stad " + i, "Län " + i % 25));
        }
        return all;
    }

    List<OrganiserFacts> organisers() {
        List<OrganiserFacts> all = new ArrayList<>();
        List<MunicipalityFacts> places = municipalities();
        for (int i = 0; i < 290; i++) {
            MunicipalityFacts place = places.get(i);
            all.add(new OrganiserFacts(
                    "212100%04d".formatted(i), place.name() + " kommun", "MUNICIPAL", place.code(), false, "REGISTER"));
        }
        for (int i = 0; i < 1_200; i++) {
            all.add(new OrganiserFacts(
                    "556100%04d".formatted(i), begin(i) + "s Lärande AB " + i, "INDEPENDENT", null, false, "REGISTER"));
        }
        return all;
    }

    List<UnitFacts> units(int count) {
        List<UnitFacts> all = new ArrayList<>();
        List<MunicipalityFacts> places = municipalities();
        List<OrganiserFacts> organisers = organisers();
        for (int i = 0; i < count; i++) {
            int place = random.nextInt(290);
            OrganiserFacts organiser = organisers.get(i % 5 == 0 ? 290 + random.nextInt(1_200) : place);
            all.add(unit(i, organiser, places.get(place).code()));
        }
        return all;
    }

    private UnitFacts unit(int number, OrganiserFacts organiser, String municipality) {
        boolean preschool = number % 3 != 0;
        String code = "%08d".formatted(20_000_000 + number);
        return new UnitFacts(
                preschool ? "F" + number : code,
                preschool ? null : code,
                preschool ? "PRESCHOOL" : "SCHOOL",
                begin(random.nextInt(900)) + ENDS.get(random.nextInt(ENDS.size())),
                organiser.number(),
                organiser.name(),
                municipality,
                preschool ? null : Map.of("PRESCHOOL_CLASS", Set.of("F"), "COMPULSORY", Set.of("7", "8", "9")),
                "ACTIVE",
                false,
                null,
                "Skolgatan " + number,
                "12345",
                "Orten",
                "REGISTER");
    }

    private static String begin(int i) {
        return BEGINNINGS.get(i % BEGINNINGS.size()) + (i % 7 < 3 ? "a" : "");
    }
}
