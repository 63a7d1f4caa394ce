package se.samverkan.actionplan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.actionplan.content.PlanField;
import se.samverkan.actionplan.content.PlanPartKind;
import se.samverkan.testing.SamverkanTest;

/** A plan in time: by terms, around a school year, and as a driver diagram. */
@SamverkanTest
@Import(PlanYearTests.Deliveries.class)
@TestPropertySource(properties = "samverkan.test=actionplan")
class PlanYearTests {

    /** A room above that delivers something in the first spring. */
    @TestConfiguration
    static class Deliveries {

        @Bean
        PlanDays inventedDelivery() {
            return (partnership, unit, from, to) -> Optional.of(LocalDate.of(2027, 2, 3))
                    .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                    .map(day -> List.of(new PlanDays.Planned(day, "Handledning ett", "/commissions/1")))
                    .orElse(List.of());
        }
    }

    @Autowired
    WebApplicationContext application;

    private PlanStage stage;
    private long cause;

    @BeforeEach
    void aPlanInTime() {
        stage = new PlanStage(application);
        long area = stage.area().id();
        cause = stage.parts().of(PlanPartKind.CAUSE).getFirst().id();
        stage.add(
                PlanPartKind.GOAL,
                "Ingen börjar om",
                area,
                Map.of(PlanField.BY, "2027-05-12", PlanField.HORIZON, "SHORT"));
        stage.add(PlanPartKind.FOLLOW_UP, "Läget i juni", area, Map.of(PlanField.TERM, "20271"));
        stage.add(
                PlanPartKind.INTERVENTION,
                "Överlämningsdag",
                area,
                Map.of(PlanField.FIRST, "20264", PlanField.LAST, "20271", PlanField.ANSWERS, Long.toString(cause)));
        stage.add(PlanPartKind.INTERVENTION, "Handledning i par", area, Map.of());
        stage.people
                .running
                .cast
                .behind()
                .sql("""
                        insert into organisation.calendar_day (owner_organisation, organiser, kind, name, first_day, last_day)
                        values (:o, :o, 'HOLIDAY', 'Höstlov', '2026-10-26', '2026-10-30')
                        """)
                .param("o", stage.people.running.organiser)
                .update();
    }

    @Test
    void isDrawnByTermsWithATableThatSaysTheSame() {
        assertThat(stage.page(stage.member, "/terms"))
                .contains("<svg class=\"plan-gantt\"", "class=\"g-own\"", "class=\"g-holiday\"", "class=\"g-delivery\"")
                .contains("Ingen termin är vald än", "Höstlov", "Handledning ett", "26 oktober 2026", "12 maj 2027");
    }

    @Test
    void isDrawnAsAYearWithAListThatSaysTheSame() {
        assertThat(stage.page(stage.member, "/year?from=2026"))
                .contains("Årshjul för läsåret 2026/2027", "<svg class=\"year-wheel\"", "class=\"w-arc\"")
                .contains("Överlämningsdag", "Läget i juni", "Höstlov", "Handledning ett", "Ingen börjar om")
                .doesNotContain("Handledning i par");
        assertThat(stage.page(stage.member, "/year?from=1999")).contains("läsåret 2026/2027");
    }

    @Test
    void isDrawnFromTheGoalToTheIdeasWithItsGaps() {
        assertThat(stage.page(stage.member, "/drivers"))
                .contains("Ingen börjar om", "Primär drivkraft", "Överlämning", "Ingen lämnar över", "Överlämningsdag")
                .contains("Vilken orsak svarar det här på?", "Handledning i par");
    }

    @Test
    void showsTheMeetingsOfTheCaseAndNotThoseThatAreCalledOffOrOfAnotherUnit() {
        meets("Träff om överlämning", "");
        meets("Träff på Björkskolan", Long.toString(stage.people.running.otherSchool));
        long off = meets("Inställd träff", "");
        stage.people
                .running
                .cast
                .behind()
                .sql("update meeting.meeting set standing = 'CANCELLED' where id = ?")
                .param(off)
                .update();
        for (String path : new String[] {"/terms", "/year?from=2026"}) {
            assertThat(stage.page(stage.member, path))
                    .contains("Träff om överlämning", "/meetings/")
                    .doesNotContain("Träff på Björkskolan", "Inställd träff");
        }
        assertThat(stage.page(stage.member, "/terms")).contains("class=\"g-meeting\"");
    }

    private long meets(String name, String unit) {
        assertThat(stage.people
                        .sends(
                                stage.people.running.officer,
                                "/partnerships/" + stage.people.running.id + "/meetings/new",
                                "version",
                                "0",
                                "name",
                                name,
                                "unit",
                                unit,
                                "day",
                                "2027-03-09",
                                "time",
                                "13:00",
                                "minutes",
                                "90",
                                "go-on",
                                "true")
                        .getStatus())
                .isEqualTo(303);
        return stage.people
                .running
                .cast
                .behind()
                .sql("select max(id) from meeting.meeting where name_sv = ?")
                .param(name)
                .query(Long.class)
                .single();
    }
}
