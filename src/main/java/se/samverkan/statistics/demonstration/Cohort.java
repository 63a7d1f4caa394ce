package se.samverkan.statistics.demonstration;

/**
 * The pupils who leave year 9 of one school one year, drawn one by one, so that a small school's figures swing as they do
 * in life. They can be added up: a municipality's figures are those of its pupils, not a mean of its schools.
 *
 * @param n how many they are
 * @param passedAll how many passed in every subject
 * @param science how many are eligible for natural science and technology
 * @param social how many for business, humanities and social science
 * @param arts how many for the arts
 * @param vocational how many for vocational programmes
 * @param meritSum the sum of their merit ratings
 */
record Cohort(int n, int passedAll, int science, int social, int arts, int vocational, double meritSum) {

    static final Cohort NOBODY = new Cohort(0, 0, 0, 0, 0, 0, 0);

    /** How much merit ratings differ between pupils of one school; about what Swedish ones do. */
    private static final double MERIT_DEVIATION = 58;

    /**
     * The merit rating that background leads one to expect. Its coefficients are invented, of the size that SALSA's are:
     * more for educated parents, less for the newly arrived.
     */
    static double expectedMerit(School school) {
        return 229 + 78 * (school.education() - 2.3) - 110 * (school.newlyArrived() - 0.05);
    }

    /** The share passed in all subjects that background leads one to expect. */
    static double expectedPassed(School school) {
        return Chance.share(passedLogit(school, 0));
    }

    private static double passedLogit(School school, double quality) {
        return 1.05 + 2.1 * (school.education() - 2.3) - 4 * (school.newlyArrived() - 0.05) + quality / 20;
    }

    /** @param year years since the first one */
    static Cohort of(School school, long seed, int year) {
        Chance chance = Chance.of(seed, 21, school.number(), year);
        int n = (int) Math.round(Math.max(1, school.size() + chance.normal(0, Math.sqrt(school.size()) * 0.9)));
        double quality = school.quality() + school.drift() * year + chance.normal(0, 3) + 0.35 * year;
        double passed = Chance.share(passedLogit(school, quality) - 0.02 * year);
        int passedAll = chance.outOf(n, passed);
        int science = passedAll + chance.outOf(n - passedAll, 0.30);
        int social = science + chance.outOf(n - science, 0.05);
        int arts = social + chance.outOf(n - social, 0.07);
        int vocational = arts + chance.outOf(n - arts, 0.12);
        double luck = (double) passedAll / n - passed;
        double mean =
                expectedMerit(school) + quality + 45 * luck + chance.normal(0, MERIT_DEVIATION / Math.sqrt(n) * 0.8);
        return new Cohort(n, passedAll, science, social, arts, vocational, n * Chance.within(60, mean, 338));
    }

    Cohort and(Cohort other) {
        return new Cohort(
                n + other.n,
                passedAll + other.passedAll,
                science + other.science,
                social + other.social,
                arts + other.arts,
                vocational + other.vocational,
                meritSum + other.meritSum);
    }

    double merit() {
        return n == 0 ? 0 : meritSum / n;
    }
}
