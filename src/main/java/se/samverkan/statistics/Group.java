package se.samverkan.statistics;

import java.util.Arrays;

/** Under which heading an indicator stands, told by the words of its code. */
enum Group {
    RESULTS(),
    SURVEY("survey-"),
    STAFF("teacher", "special-educators", "fsk-staff", "fsk-degree", "fsk-licence", "fsk-density"),
    PUPILS("-pupils", "fsk-children", "fsk-groups", "parents-education", "newly-arrived", "salsa-boys");

    private final String[] parts;

    Group(String... parts) {
        this.parts = parts;
    }

    /** The group of an indicator; what is said of nothing else is a result. */
    static Group of(IndicatorView indicator) {
        return Arrays.stream(values())
                .filter(group -> Arrays.stream(group.parts).anyMatch(indicator.code()::contains))
                .findFirst()
                .orElse(RESULTS);
    }
}
