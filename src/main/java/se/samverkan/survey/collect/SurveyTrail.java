package se.samverkan.survey.collect;

import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;

/** How the log tells of a survey: of what its own people do with it, never of anybody who answers. */
final class SurveyTrail {

    private SurveyTrail() {}

    static Happening happening(String what, SurveyView survey) {
        return happening(what, survey.id(), survey.title(), survey.organiser());
    }

    static Happening happening(String what, long id, String title, long organiser) {
        return Happening.of(what, new Subject("survey", Long.toString(id), title), organiser);
    }
}
