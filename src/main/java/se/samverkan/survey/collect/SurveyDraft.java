package se.samverkan.survey.collect;

import java.time.LocalDate;

/** What a survey is to say of itself, beside its questions. */
record SurveyDraft(String title, LocalDate lastDay, int threshold) {}
