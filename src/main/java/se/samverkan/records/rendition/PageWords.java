package se.samverkan.records.rendition;

import java.util.List;
import se.samverkan.shared.page.MessageFiles;

/** "Page 1 of 3" in the document's language, in the pieces around the two numbers that only the reader's program knows. */
record PageWords(String before, String between, String after) {

    private static final String NUMBER = "\uFFFC";

    static PageWords in(Rendition document) {
        String sentence = MessageFiles.words(document.language()).text("document.page", NUMBER, NUMBER);
        List<String> pieces = List.of(sentence.split(NUMBER, -1));
        return new PageWords(pieces.get(0), pieces.get(1), pieces.get(2));
    }
}
