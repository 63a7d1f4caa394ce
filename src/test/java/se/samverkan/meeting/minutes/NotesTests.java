package se.samverkan.meeting.minutes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.meeting.MeetingStage;
import se.samverkan.meeting.minutes.Paragraph.Kind;
import se.samverkan.meeting.minutes.Paragraph.Scope;
import se.samverkan.partnership.CaseStage;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** Notes are written by many, drafts are the facilitators' own, and a closed meeting is closed. */
@SamverkanTest
class NotesTests {

    @Autowired
    WebApplicationContext application;

    private MeetingStage stage;
    private long meeting;

    @BeforeEach
    void aMeetingThatIsHeld() {
        stage = new MeetingStage(application);
        meeting = stage.meeting("Vad ser vi?", 0);
        stage.behind()
                .sql(
                        "update meeting.meeting set starts_at = now() - interval '1 hour', ends_at = now() + interval '1 hour' where id = ?")
                .param(meeting)
                .update();
    }

    private Notes notes() {
        return stage.bean(Notes.class);
    }

    private String words(long paragraph) {
        return "select words from meeting.paragraph_words where paragraph = " + paragraph
                + " union all select words from meeting.paragraph_text where paragraph = " + paragraph;
    }

    /** Everybody else there is: every role everywhere, in the agency, in another agency and with the organiser. */
    private List<Long> everybodyElse() {
        List<Long> people = new ArrayList<>(List.of(
                stage.otherFacilitator,
                stage.member,
                stage.otherHead,
                stage.researcher,
                stage.stage.headTeacher,
                stage.stage.officer,
                stage.stage.coordinator,
                stage.stage.stranger,
                stage.stage.neighbour));
        long inspectorate = stage.stage.cast.agency("Skolinspektionen");
        Set<Role> atUnit = Set.of(Role.HEAD_TEACHER, Role.WORKING_GROUP, Role.STAFF);
        for (Role role : Role.values()) {
            people.add(stage.stage.cast.player("Inspektör", role, inspectorate));
            people.add(stage.stage.cast.player("På kontoret", role, stage.stage.office));
            if (atUnit.contains(role)) {
                long person = stage.stage.cast.person("På skolan", stage.stage.organiser);
                stage.stage.cast.assign(person, role, stage.stage.organiser, stage.stage.first);
                people.add(person);
            } else {
                people.add(stage.stage.cast.player("Hos huvudmannen", role, stage.stage.organiser));
                people.add(stage.stage.cast.player("Överallt", role, null));
            }
        }
        return people;
    }

    @Test
    void keepsAWorkingNoteForItsWriterAloneAndForEver() {
        long note = stage.writes(stage.facilitator, meeting, "OWN", "Rektor verkar trött.");
        stage.does(
                stage.facilitator,
                () -> notes().change(meeting, note, 0, Kind.NOTE, new FreeText("Rektor verkar mycket trött.", "")));
        stage.writes(stage.facilitator, meeting, "DRAFT", "Ett utkast");
        stage.does(stage.facilitator, () -> stage.bean(Closing.class).share(meeting));

        assertThat(stage.rows(stage.facilitator, words(note))).hasSize(2);
        assertThat(stage.rows(stage.colleague, words(note))).isEmpty();
        for (long person : everybodyElse()) {
            assertThat(stage.rows(person, words(note))).as("person " + person).isEmpty();
        }
        assertThat(stage.page(stage.stage.officer, "/meetings/" + meeting)).doesNotContain("trött");
        assertThat(stage.reason(stage.colleague, () -> notes().paragraph(meeting, note)))
                .isEqualTo("refusal.not-seen");
        assertThat(stage.behind()
                        .sql(
                                "select count(*) from records.audit_value where before::text like '%trött%' or after::text like '%trött%'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void keepsADraftForTheFacilitatorsOfThatSchoolUntilItIsShared() {
        long draft = stage.writes(stage.facilitator, meeting, "DRAFT", "Gruppen talar mest om eleverna.");

        assertThat(stage.rows(stage.colleague, words(draft))).hasSize(1);
        for (long person : everybodyElse()) {
            assertThat(stage.rows(person, words(draft))).as("person " + person).isEmpty();
        }
        assertThat(stage.reason(stage.member, () -> notes().paragraph(meeting, draft)))
                .isEqualTo("refusal.not-seen");

        stage.does(stage.colleague, () -> stage.bean(Closing.class).share(meeting));

        assertThat(stage.rows(stage.member, words(draft))).hasSize(1);
        assertThat(stage.rows(stage.stage.officer, words(draft))).hasSize(1);
        assertThat(stage.rows(stage.otherHead, words(draft))).isEmpty();
    }

    @Test
    void letsNobodyButFacilitatorsWriteDrafts() {
        assertThat(stage.reason(
                        stage.member,
                        () -> notes().write(meeting, Optional.empty(), Scope.DRAFT, Kind.NOTE, new FreeText("x", ""))))
                .isEqualTo("refusal.verb.TAKE_PART_IN_MEETINGS");
        assertThat(stage.writes(stage.member, meeting, "SHARED", "Vi såg tre lektioner."))
                .isPositive();
        assertThat(stage.reason(stage.otherHead, () -> notes().toWrite(meeting, Scope.SHARED)))
                .isEqualTo("refusal.not-seen");
    }

    @Test
    void showsBothTextsWhenTwoWriteInTheSameParagraphAndKeepsTheOneThatLoses() {
        long paragraph = stage.writes(stage.facilitator, meeting, "SHARED", "Vi såg tre lektioner.");
        String path = "/meetings/" + meeting + "/paragraphs/" + paragraph;
        stage.sends(
                stage.member,
                path,
                "paragraph-words",
                "Vi såg fyra lektioner.",
                "kind",
                "NOTE",
                "seen.paragraph-words",
                "Vi såg tre lektioner.",
                "seen.kind",
                "NOTE");

        MockHttpServletResponse second = stage.sends(
                stage.stage.headTeacher,
                path,
                "paragraph-words",
                "Vi såg fem lektioner.",
                "kind",
                "NOTE",
                "seen.paragraph-words",
                "Vi såg tre lektioner.",
                "seen.kind",
                "NOTE");

        assertThat(second.getStatus()).isEqualTo(409);
        assertThat(CaseStage.text(second)).contains("Vi såg fyra lektioner.", "Vi såg fem lektioner.");
        assertThat(stage.as(stage.facilitator, () -> notes().earlier(meeting, paragraph)))
                .extracting(Paragraph.Earlier::words)
                .containsExactlyInAnyOrder("Vi såg tre lektioner.", "Vi såg fem lektioner.");
        assertThat(stage.as(stage.facilitator, () -> notes().paragraph(meeting, paragraph))
                        .words())
                .isEqualTo("Vi såg fyra lektioner.");
    }

    @Test
    void bringsNewParagraphsToAPageThatIsOpen() {
        String before = stage.as(stage.member, () -> notes().state(meeting));
        assertThat(stage.status(stage.member, "/meetings/" + meeting + "/live?seen=" + before))
                .isEqualTo(204);
        stage.writes(stage.facilitator, meeting, "SHARED", "Nytt stycke");

        assertThat(stage.page(stage.member, "/meetings/" + meeting + "/live?seen=" + before))
                .contains("Nytt stycke", "hx-swap-oob");
    }

    @Test
    void locksEverythingWhenItIsClosedAndOpensForWhoeverClosedIt() {
        long paragraph = stage.writes(stage.facilitator, meeting, "SHARED", "Så blev det.");
        int version = version();
        assertThat(stage.reason(stage.member, () -> stage.bean(Closing.class).close(meeting, version)))
                .isEqualTo("refusal.verb.PLAN_MEETINGS");
        stage.does(stage.facilitator, () -> stage.bean(Closing.class).close(meeting, version));

        assertThat(stage.reason(stage.facilitator, () -> notes().toWrite(meeting, Scope.SHARED)))
                .isEqualTo("meeting.refusal.CLOSED");
        for (String change : List.of(
                "update meeting.paragraph set version = 9 where id = " + paragraph,
                "update meeting.paragraph_words set words = 'annat' where paragraph = " + paragraph,
                "delete from meeting.paragraph where id = " + paragraph,
                "insert into meeting.paragraph (meeting, scope, kind) values (" + meeting + ", 'SHARED', 'NOTE')",
                "update meeting.invited set came = true where meeting = " + meeting,
                "update meeting.agenda_item set position = 9 where meeting = " + meeting)) {
            assertThatThrownBy(() -> stage.behind().sql(change).update())
                    .as(change)
                    .hasMessageContaining("the meeting is closed");
        }
        assertThat(stage.reason(stage.colleague, () -> stage.bean(Closing.class).toReopen(meeting)))
                .isEqualTo("meeting.refusal.reopen-not-yours");
        assertThat(stage.reason(
                        stage.facilitator, () -> stage.bean(Closing.class).reopen(meeting, version(), FreeText.NONE)))
                .isEqualTo("meeting.refusal.reason");
        stage.does(
                stage.facilitator,
                () -> stage.bean(Closing.class).reopen(meeting, version(), new FreeText("Ett beslut saknas", "")));
        assertThat(stage.writes(stage.facilitator, meeting, "SHARED", "Beslutet"))
                .isPositive();
    }

    private int version() {
        return stage.behind()
                .sql("select version from meeting.meeting where id = ?")
                .param(meeting)
                .query(Integer.class)
                .single();
    }

    @Test
    void takesBackAParagraphWithinThirtyDaysOnly() {
        long paragraph = stage.writes(stage.facilitator, meeting, "SHARED", "Vi såg tre lektioner.");
        stage.does(stage.member, () -> notes().remove(meeting, paragraph));
        assertThat(stage.page(stage.member, "/meetings/" + meeting)).doesNotContain("Vi såg tre lektioner.");
        assertThat(stage.page(stage.member, "/meetings/" + meeting + "/removed"))
                .contains("Vi såg tre lektioner.");

        stage.does(stage.member, () -> notes().takeBack(meeting, paragraph));
        assertThat(stage.page(stage.member, "/meetings/" + meeting)).contains("Vi såg tre lektioner.");

        stage.does(stage.member, () -> notes().remove(meeting, paragraph));
        stage.behind()
                .sql("update meeting.paragraph set removed_at = now() - interval '31 days' where id = ?")
                .param(paragraph)
                .update();
        assertThat(stage.reason(stage.member, () -> notes().takeBack(meeting, paragraph)))
                .isEqualTo("refusal.not-seen");
    }

    @Test
    void takesBackAnItemOfTheAgendaWithinThirtyDaysWithWhatWasNotedUnderIt() {
        Agendas agendas = stage.bean(Agendas.class);
        long item = stage.item(meeting);
        stage.writes(stage.facilitator, meeting, "SHARED", "Under punkten.");
        stage.does(stage.facilitator, () -> agendas.remove(meeting, item));
        assertThat(stage.page(stage.facilitator, "/meetings/" + meeting + "/removed"))
                .contains("Punkt på dagordningen", "/agenda/" + item + "/restoration");

        assertThat(stage.sends(stage.facilitator, "/meetings/" + meeting + "/agenda/" + item + "/restoration")
                        .getStatus())
                .isEqualTo(303);
        assertThat(stage.as(stage.member, () -> agendas.of(meeting)).getFirst().id())
                .isEqualTo(item);
        assertThat(stage.as(stage.member, () -> notes().removed(meeting))).isEmpty();

        stage.does(stage.facilitator, () -> agendas.remove(meeting, item));
        assertThat(stage.reason(stage.otherHead, () -> agendas.takeBack(meeting, item)))
                .startsWith("refusal.");
        stage.behind()
                .sql("update meeting.agenda_item set removed_at = now() - interval '31 days' where id = ?")
                .param(item)
                .update();
        assertThat(stage.reason(stage.facilitator, () -> agendas.takeBack(meeting, item)))
                .isEqualTo("refusal.not-seen");
    }

    @Test
    void refusesAMillionLettersPlainlyAndGivesThemBack() {
        String endless = "å".repeat(1_000_000);

        MockHttpServletResponse answer = stage.sends(
                stage.facilitator,
                "/meetings/" + meeting + "/paragraphs",
                "scope",
                "SHARED",
                "paragraph-words",
                endless);

        assertThat(answer.getStatus()).isEqualTo(422);
        assertThat(CaseStage.text(answer)).contains("tecken, och", "Det du skrev står kvar", endless);
    }

    @Test
    void showsScriptAsItIsWritten() {
        stage.writes(stage.member, meeting, "SHARED", "<script>alert('hej')</script> 🎈");

        assertThat(stage.page(stage.facilitator, "/meetings/" + meeting))
                .contains("&lt;script&gt;alert(", "🎈")
                .doesNotContain("<script>alert");
        assertThat(stage.status(stage.facilitator, "/meetings/" + meeting + "/minutes.pdf"))
                .isEqualTo(200);
        assertThat(stage.status(stage.facilitator, "/meetings/" + meeting + "/minutes.docx"))
                .isEqualTo(200);
    }

    @Test
    void linksAnItemToAStepOfTheCase() {
        Agendas agendas = stage.bean(Agendas.class);
        String step = stage.as(
                stage.facilitator,
                () -> agendas.choices(stage.bean(se.samverkan.meeting.plan.Planning.class)
                                .meeting(meeting))
                        .getFirst()
                        .value());
        stage.does(stage.facilitator, () -> agendas.add(meeting, new FreeText("Var är vi?", ""), step));

        assertThat(stage.as(stage.member, () -> agendas.of(meeting)).getLast().about())
                .satisfies(about -> assertThat(about.value()).isEqualTo(step))
                .satisfies(about -> assertThat(about.address()).isEqualTo("/partnerships/" + stage.partnership));
        assertThat(stage.reason(stage.facilitator, () -> agendas.add(meeting, new FreeText("x", ""), "step:nothing")))
                .isEqualTo("meeting.refusal.about");
        assertThat(stage.page(stage.member, "/meetings/" + meeting)).contains("Var är vi?");
    }
}
