package se.samverkan.survey.collect;

import java.time.LocalDate;
import java.util.Optional;
import se.samverkan.survey.question.QuestionSet.Audience;

/**
 * A survey (enkät) of a unit, as its own people see it.
 *
 * @param threshold how many answers a group must have to be shown
 * @param lastDay the last day on which it takes answers
 * @param code what stands in its link
 * @param questions the number of the newest version of its questions
 * @param version what a change names as the version it saw
 */
public record SurveyView(
        long id,
        long partnership,
        long organiser,
        String organiserName,
        long unit,
        String unitName,
        String title,
        String set,
        Audience audience,
        int threshold,
        LocalDate lastDay,
        String code,
        Standing standing,
        Optional<LocalDate> openedOn,
        Optional<LocalDate> closedOn,
        int questions,
        int version) {

    /** How far it has come. */
    public enum Standing {
        DRAFT,
        OPEN,
        CLOSED
    }

    public boolean isOpen() {
        return standing == Standing.OPEN;
    }

    public boolean isDraft() {
        return standing == Standing.DRAFT;
    }

    public boolean isClosed() {
        return standing == Standing.CLOSED;
    }

    /** The path that whoever answers goes to. */
    public String link() {
        return "/s/" + code;
    }
}
