package se.samverkan.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Forms of schooling and their grades, which are data with a time of validity: what was a school form in 2027 need not be
 * one in 2029.
 */
public interface SchoolForms {

    /** The forms there are on a day, in their order. */
    List<SchoolForm> on(LocalDate day);

    /** The forms there are today in Sweden. */
    List<SchoolForm> today();

    /** A form as it is on a day, or nothing where it is not a form on that day. */
    Optional<SchoolForm> on(LocalDate day, String code);

    /** The form that the school unit register calls so, on a day. */
    Optional<SchoolForm> ofRegisterCode(LocalDate day, String registerCode);

    /**
     * A school form on a day.
     *
     * @param code such as COMPULSORY
     * @param swedish its name in Swedish
     * @param english its name in English
     * @param grades its grades on that day, in their order; empty where it has none
     * @param lastGrade the grade it ends with, empty where it has none
     */
    record SchoolForm(String code, String swedish, String english, List<String> grades, String lastGrade) {

        /** Its name in a language of the pages. */
        public String name(String language) {
            return language.equals("en") ? english : swedish;
        }
    }
}
