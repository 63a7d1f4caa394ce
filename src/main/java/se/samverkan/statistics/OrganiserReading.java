package se.samverkan.statistics;

import se.samverkan.shared.page.Words;

/**
 * The door to what an organiser's units say side by side, for rooms that put it into papers of their own: by name and never
 * ranked, each beside its similar units, with what is masked left masked. All of it is public.
 */
public interface OrganiserReading {

    /** What is said of the units of an organiser, indicator by indicator, in the language of the words. */
    UnitReading.Reading of(long organiser, Words words);
}
