package se.samverkan.reporting.publication;

import java.util.Set;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.partnership.CaseStage;
import se.samverkan.shared.page.FreeText;

/** A case whose organiser has somebody who writes and somebody who reviews, and whose office has a publisher. */
public final class PublicationStage {

    public final CaseStage stage;
    public final long partnership;
    public final long director;
    public final long publisher;

    public PublicationStage(WebApplicationContext application) {
        stage = new CaseStage(application);
        director = stage.cast.player("Ulla Utbildningschef", Role.EDUCATION_DIRECTOR, stage.organiser);
        publisher = stage.cast.player("Pia Utgivare", Role.PUBLISHER, stage.office);
        partnership = stage.taken();
    }

    Publications publications() {
        return stage.bean(Publications.class);
    }

    Releasing releasing() {
        return stage.bean(Releasing.class);
    }

    PublicationChoosing choosing() {
        return stage.bean(PublicationChoosing.class);
    }

    /** News that the coordinator has written for the organiser. */
    public long written(String title, String words) {
        return stage.as(
                stage.coordinator,
                () -> publications()
                        .write(
                                publications().senders().stream()
                                        .filter(each -> each.organisation() == stage.organiser
                                                && each.unit().isEmpty())
                                        .findFirst()
                                        .orElseThrow(),
                                new News(new FreeText(title, ""), new FreeText(words, ""))));
    }

    public long proposed(String title, String words) {
        long id = written(title, words);
        stage.does(stage.coordinator, () -> publications().propose(id, 0, FreeText.NONE));
        return id;
    }

    public long released(String title, String words) {
        long id = proposed(title, words);
        release(id);
        return id;
    }

    public void release(long id) {
        stage.does(director, () -> releasing().release(id, version(id), Set.copyOf(Releasing.CHECKS)));
    }

    public void withdraw(long id) {
        stage.does(director, () -> publications().withdraw(id, version(id), new FreeText("Det stämde inte.", "")));
    }

    /** Tells that the organiser takes part, with these units, and lets the director release it. */
    public long takesPart(Set<Long> units) {
        long id = stage.as(stage.coordinator, () -> choosing().takePart(partnership, units, FreeText.NONE));
        stage.does(stage.coordinator, () -> publications().propose(id, 0, FreeText.NONE));
        release(id);
        return id;
    }

    int version(long id) {
        return stage.cast
                .behind()
                .sql("select version from reporting.publication where id = ?")
                .param(id)
                .query(Integer.class)
                .single();
    }

    /** What stands in the organiser's address. */
    public String key() {
        return stage.cast
                .behind()
                .sql("select key from organisation.organisation where id = ?")
                .param(stage.organiser)
                .query(String.class)
                .single();
    }
}
