package se.samverkan.organisation;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A unit as other rooms and pages see it.
 *
 * @param id its id here
 * @param key what stands in its address
 * @param code its school unit code, or null for a preschool
 * @param kind SCHOOL, PRESCHOOL or ORGANISER
 * @param name its name today
 * @param organiser whose it is today
 * @param municipality where it is today; all its parts empty for the own level of an organiser that has none
 * @param forms its school forms with their grades, in the order of the forms
 * @param status PLANNED, ACTIVE, RESTING or CLOSED
 * @param opened the day it opened, where known
 * @param closed the day it closed, where known
 * @param specialSupport whether it is a special-support school
 * @param international whether it is an international school
 * @param source where its facts come from
 */
public record UnitView(
        long id,
        String key,
        @Nullable String code,
        String kind,
        String name,
        OrganiserView organiser,
        MunicipalityView municipality,
        List<FormView> forms,
        String status,
        @Nullable LocalDate opened,
        @Nullable LocalDate closed,
        boolean specialSupport,
        boolean international,
        String source) {

    /** A school form at a unit, with its grades there. */
    public record FormView(String form, List<String> grades) {}

    public boolean has(String form) {
        return forms.stream().anyMatch(each -> each.form().equals(form));
    }
}
