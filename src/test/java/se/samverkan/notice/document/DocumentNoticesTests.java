package se.samverkan.notice.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.notice.ToDo;
import se.samverkan.records.document.DocumentStage;
import se.samverkan.records.document.Receipting;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** Whoever a document is meant for is told, finds it on the list of what is to be done, and not once it is done. */
@SamverkanTest
class DocumentNoticesTests {

    @Autowired
    WebApplicationContext application;

    @Autowired
    DocumentToDos todos;

    private DocumentStage stage;

    @BeforeEach
    void anOrganiserAndAnAgency() {
        stage = new DocumentStage(application);
    }

    private List<String> waitsFor(long person) {
        return stage.as(person, todos::mine).stream().map(ToDo::key).toList();
    }

    private List<String> toldTo(long person) {
        return stage.cast.behind().sql("""
                        select e.kind || ' ' || o.urgency from notice.outbox o join notice.event e on e.id = o.event
                        where o.person = ? order by o.id
                        """).param(person).query(String.class).list();
    }

    private long adopted() {
        long document = stage.draft(stage.director, null);
        stage.adopt(stage.director, document);
        return document;
    }

    @Test
    void aSharedDocumentWaitsForTheRecipientsUntilTheyHaveReceiptedIt() {
        long document = adopted();

        long share = stage.share(stage.director, document, stage.agency);

        assertThat(toldTo(stage.officer)).containsExactly("document.shared MUST_ACT");
        assertThat(waitsFor(stage.officer)).containsExactly("document.todo.RECEIPT");
        assertThat(waitsFor(stage.director)).isEmpty();
        assertThat(waitsFor(stage.siblingHead)).isEmpty();

        stage.does(
                stage.officer,
                () -> stage.bean(Receipting.class).receipt(document, share, stage.agency, FreeText.NONE));

        assertThat(waitsFor(stage.officer)).isEmpty();
        assertThat(toldTo(stage.director)).containsExactly("document.receipted DIGEST");
    }

    @Test
    void aWishForMoreWaitsForTheSenderUntilItIsSharedAnew() {
        long document = adopted();
        long share = stage.share(stage.director, document, stage.agency);

        stage.does(
                stage.officer,
                () -> stage.bean(Receipting.class)
                        .askCompletion(document, share, stage.agency, new FreeText("Bilaga 2 saknas.", "")));

        assertThat(toldTo(stage.director)).containsExactly("document.completion-asked MUST_ACT");
        assertThat(waitsFor(stage.director)).containsExactly("document.todo.COMPLETION");
        assertThat(waitsFor(stage.officer)).isEmpty();

        stage.rewrite(stage.director, document);
        stage.adopt(stage.director, document);
        stage.share(stage.director, document, stage.agency);

        assertThat(waitsFor(stage.director)).isEmpty();
        assertThat(waitsFor(stage.officer)).containsExactly("document.todo.RECEIPT");
    }

    @Test
    void aDraftOpenedForCommentWaitsForThosePeopleUntilItsLastDay() {
        long document = stage.draft(stage.director, null);

        stage.open(stage.director, document, stage.facilitator, stage.today().plusDays(7));

        assertThat(toldTo(stage.facilitator)).containsExactly("document.opened MUST_ACT");
        assertThat(stage.as(stage.facilitator, todos::mine)).singleElement().satisfies(one -> {
            assertThat(one.key()).isEqualTo("document.todo.COMMENT");
            assertThat(one.due()).contains(stage.today().plusDays(7));
        });
        assertThat(waitsFor(stage.officer)).isEmpty();
    }
}
