package se.samverkan.meeting.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.meeting.MeetingStage;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDos;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** Somebody takes something on until the next meeting, finds it in the to-do list, and tells how it went. */
@SamverkanTest
class AssignmentTests {

    @Autowired
    WebApplicationContext application;

    private MeetingStage stage;
    private long first;
    private long second;

    @BeforeEach
    void twoMeetings() {
        stage = new MeetingStage(application);
        first = stage.meeting("Den första", 10);
        second = stage.meeting("Den andra", 20);
    }

    private Assignments assignments() {
        return stage.bean(Assignments.class);
    }

    private long given(String what) {
        return stage.as(
                stage.facilitator,
                () -> assignments()
                        .give(
                                first,
                                new FreeText(what, ""),
                                stage.member,
                                Optional.of(stage.today().plusDays(15)),
                                Optional.of(stage.item(first))));
    }

    @Test
    void waitsInTheToDoListUntilItIsDoneAndOpensTheNextMeeting() {
        long id = given("Fråga alla kollegor");

        assertThat(stage.as(stage.member, () -> stage.bean(ToDos.class).mine()))
                .filteredOn(each -> each.key().equals("meeting.todo.assignment"))
                .singleElement()
                .extracting(ToDo::address)
                .isEqualTo("/meetings/" + first + "/assignments/" + id);
        assertThat(stage.page(stage.stage.headTeacher, "/meetings/" + second))
                .contains("Sedan förra träffen", "Fråga alla kollegor");

        stage.does(
                stage.member,
                () -> assignments().report(first, id, new FreeText("Alla har svarat", ""), Optional.empty(), true));

        assertThat(stage.as(stage.member, () -> stage.bean(ToDos.class).mine()))
                .noneMatch(each -> each.key().equals("meeting.todo.assignment"));
        assertThat(stage.page(stage.stage.headTeacher, "/meetings/" + second)).contains("Alla har svarat", "Klart");
    }

    @Test
    void isReportedWithAFileThatThoseOfTheMeetingTakeAway() throws Exception {
        long id = given("Besök en lektion");
        String path = "/meetings/" + first + "/assignments/" + id;

        var answer = stage.stage.asks(
                stage.member,
                MockMvcRequestBuilders.multipart(path)
                        .file(new MockMultipartFile("file", "besok.txt", "text/plain", "Vi såg\n".getBytes("UTF-8")))
                        .param("version", "0")
                        .param("once", java.util.UUID.randomUUID().toString()));

        assertThat(answer.getStatus()).isEqualTo(303);
        AssignmentView view = stage.as(stage.facilitator, () -> assignments().assignment(first, id));
        assertThat(view.isDone()).isFalse();
        String file = path + "/files/" + view.reports().getFirst().id();
        assertThat(stage.page(stage.stage.headTeacher, file)).contains("Vi såg");
        assertThat(stage.status(stage.otherHead, file)).isEqualTo(404);
    }

    @Test
    void isGivenOnlyToPeopleOfTheCaseByThoseWhoWriteInTheMeeting() {
        FreeText what = new FreeText("Gör något", "");
        assertThat(stage.reason(
                        stage.facilitator,
                        () -> assignments()
                                .give(first, what, stage.stage.neighbour, Optional.empty(), Optional.empty())))
                .isEqualTo("meeting.refusal.who");
        assertThat(stage.reason(stage.otherHead, () -> assignments().toGive(first)))
                .isEqualTo("refusal.not-seen");
        assertThat(stage.reason(
                        stage.facilitator,
                        () -> assignments().report(first, given("Läs"), FreeText.NONE, Optional.empty(), false)))
                .isEqualTo("meeting.refusal.report-empty");
    }

    @Test
    void isTakenBackWhenItWasRemovedByMistake() {
        long id = given("Läs rapporten");
        stage.does(stage.facilitator, () -> assignments().remove(first, id));
        assertThat(stage.as(stage.facilitator, () -> assignments().ofMeeting(first)))
                .isEmpty();
        assertThat(stage.page(stage.facilitator, "/meetings/" + first + "/removed"))
                .contains("Läs rapporten");

        stage.does(stage.facilitator, () -> assignments().takeBack(first, id));

        assertThat(stage.as(stage.facilitator, () -> assignments().ofMeeting(first)))
                .hasSize(1);
    }

    @Test
    void isStillReportedWhenTheMeetingIsClosed() {
        long id = given("Läs rapporten");
        stage.behind()
                .sql("update meeting.meeting set standing = 'CLOSED' where id = ?")
                .param(first)
                .update();

        stage.does(
                stage.member, () -> assignments().report(first, id, new FreeText("Läst", ""), Optional.empty(), true));

        assertThat(stage.reason(stage.facilitator, () -> assignments().remove(first, id)))
                .isEqualTo("meeting.refusal.CLOSED");
        assertThat(stage.as(stage.member, () -> assignments().assignment(first, id))
                        .isDone())
                .isTrue();
    }
}
