package se.samverkan.statistics.skolverket;

/** The addresses that are asked, below the base address, as the two contracts name them. */
final class Paths {

    static final String REGISTER = "/skolenhetsregistret/v2/";
    static final String PLANNED = "/planned-educations/v4/";

    static final String ORGANISERS = REGISTER + "organizers";
    static final String REGISTER_UNITS = REGISTER + "school-units";
    static final String AREAS = PLANNED + "support/geographical-areas";
    static final String SALSA = PLANNED + "statistics/all-schools/salsa";

    private Paths() {}

    /** One page of the units of a form; a page has at most a hundred. */
    static String listing(String form, int page) {
        return PLANNED + "school-units?typeOfSchooling=" + form + "&page=" + page + "&size=100";
    }

    static String registerUnit(String code) {
        return REGISTER_UNITS + "/" + code;
    }

    static String unit(String code) {
        return PLANNED + "school-units/" + code;
    }

    static String figures(String code, String form) {
        return unit(code) + "/statistics/" + form;
    }

    /** The documents of a unit, form by form: the School Inspectorate's reports and its survey. */
    static String documents(String code) {
        return unit(code) + "/documents";
    }

    /** Which surveys there are, in the shape that has both answer scales. */
    static String surveys(String code) {
        return unit(code) + "/nestedsurveys";
    }

    /** One of them: {@code pupilsgr}, {@code pupilsgy}, {@code custodiansgr} or {@code custodiansfsk}. */
    static String survey(String code, String survey) {
        return surveys(code) + "/" + survey;
    }
}
