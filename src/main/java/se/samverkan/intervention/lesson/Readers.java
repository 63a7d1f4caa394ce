package se.samverkan.intervention.lesson;

import se.samverkan.intervention.catalogue.Choice;

/** Who may read a lesson. */
public enum Readers implements Choice {
    /** Only those who write for the same unit or organisation. */
    OWN,
    /** All who work in the same organisation. */
    ORGANISATION,
    /** All who work for a provider; for lessons of providers. */
    PROVIDERS,
    /** Everybody who works in the programme. */
    EVERYBODY;

    @Override
    public String key() {
        return "lesson.readers." + name();
    }
}
