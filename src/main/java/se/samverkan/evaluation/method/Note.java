package se.samverkan.evaluation.method;

import java.util.List;

/**
 * Something that whoever reads an answer must know, such as what was left out.
 *
 * @param key of its sentence in the message files
 * @param details that are put into the sentence
 */
public record Note(String key, List<Object> details) {

    public Note {
        details = List.copyOf(details);
    }

    static Note of(String key, Object... details) {
        return new Note("evaluation.note." + key, List.of(details));
    }
}
