package se.samverkan.shared;

import java.util.Locale;

/**
 * A detail of a sentence that somebody has written in both languages, such as the name of a phase: it is said in the language
 * of whoever reads the sentence.
 */
public interface Bilingual {

    String in(Locale locale);
}
