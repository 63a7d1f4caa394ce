package se.samverkan.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import se.samverkan.testing.SamverkanTest;

/** The edges of what changes under our feet: the compulsory school of ten years begins on 1 July 2028. */
@SamverkanTest
class SchoolFormsTests {

    private static final LocalDate BEFORE = LocalDate.of(2028, 6, 30);
    private static final LocalDate AFTER = LocalDate.of(2028, 7, 1);

    @Autowired
    SchoolForms forms;

    @Test
    void compulsorySchoolEndsWithYearNineUntilTheLastOfJuneAndWithYearTenAfter() {
        assertThat(forms.on(BEFORE, "COMPULSORY").orElseThrow().lastGrade()).isEqualTo("9");
        assertThat(forms.on(AFTER, "COMPULSORY").orElseThrow().lastGrade()).isEqualTo("10");
        assertThat(forms.on(AFTER, "COMPULSORY").orElseThrow().grades())
                .hasSize(10)
                .startsWith("1", "2");
    }

    @Test
    void preschoolClassIsNoFormOfItsOwnAfterThat() {
        assertThat(forms.on(BEFORE, "PRESCHOOL_CLASS").orElseThrow().grades()).containsExactly("F");
        assertThat(forms.on(AFTER, "PRESCHOOL_CLASS")).isEmpty();
    }

    @Test
    void everyFormHasItsNameInBothLanguagesAndItsOrder() {
        assertThat(forms.on(BEFORE))
                .extracting(SchoolForms.SchoolForm::code)
                .startsWith("PRESCHOOL", "PRESCHOOL_CLASS", "COMPULSORY");
        assertThat(forms.on(BEFORE)).allSatisfy(form -> {
            assertThat(form.name("sv")).isNotBlank();
            assertThat(form.name("en")).isNotBlank();
        });
    }

    @Test
    void knowsTheRegistersCodes() {
        assertThat(forms.ofRegisterCode(BEFORE, "GRAN").orElseThrow().code()).isEqualTo("ADAPTED_COMPULSORY");
        assertThat(forms.ofRegisterCode(BEFORE, "XX")).isEmpty();
    }

    @Test
    void adultEducationAndPreschoolHaveNoGrades() {
        assertThat(forms.on(BEFORE, "ADULT").orElseThrow().grades()).isEmpty();
        assertThat(forms.on(BEFORE, "PRESCHOOL").orElseThrow().lastGrade()).isEmpty();
    }
}
