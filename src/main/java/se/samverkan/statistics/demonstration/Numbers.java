package se.samverkan.statistics.demonstration;

/**
 * Codes and numbers that look like the real ones and cannot be any of them.
 *
 * <p>Counties are numbered from 31 (Sweden's end at 25). A school unit code begins with 0 (the register's run from
 * 10000000). An organisation number has a check digit that is one off (Luhn's formula, as the tax agency uses it); a sole
 * trader's has month 00 besides, as no birthday does.
 */
final class Numbers {

    private static final int FIRST_COUNTY = 31;
    private static final long CODES = 10_000_000;
    /** Shares no factor with the number of codes, so that no code comes twice. */
    private static final long STEP = 3_141_593;

    private Numbers() {}

    static String county(int county) {
        return Integer.toString(FIRST_COUNTY + county);
    }

    static String municipality(int county, int place) {
        return county(county) + "%02d".formatted(place + 1);
    }

    static String unit(long number) {
        return "0%07d".formatted(Math.floorMod(number * STEP + 4_242_424, CODES));
    }

    static String organiser(int number) {
        return wronglyChecked("55%07d".formatted(9_000_000 + number));
    }

    static String municipalOrganiser(int number) {
        return wronglyChecked("212%06d".formatted(990_000 + number));
    }

    static String soleTrader(int number) {
        return wronglyChecked("%02d00%02d%03d".formatted(50 + number % 40, 1 + number % 28, 100 + number % 900));
    }

    private static String wronglyChecked(String nine) {
        return nine + (checkDigit(nine) + 1) % 10;
    }

    static int checkDigit(String nine) {
        int sum = 0;
        for (int i = 0; i < nine.length(); i++) {
            int doubled = (nine.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += doubled / 10 + doubled % 10;
        }
        return (10 - sum % 10) % 10;
    }
}
