package se.samverkan.reporting.publication;

import se.samverkan.shared.page.FreeText;

/** News as they are written: a title, and words whose empty lines part paragraphs. */
record News(FreeText title, FreeText words) {

    static final int MOST_OF_TITLE = 200;
    static final int MOST_OF_WORDS = 20_000;
}
