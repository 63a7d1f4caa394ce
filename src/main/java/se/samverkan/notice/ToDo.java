package se.samverkan.notice;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Something that waits for one person: what, about which case, where to do it, by when, why just they, and how long it
 * takes. The sentences stand in the message files of the room that it waits in.
 *
 * @param key the sentence that says what to do: a verb with its object
 * @param arguments what is put into that sentence
 * @param concerning the name of the case, unit or round that it is about; may be empty
 * @param address the path of the page where it is done
 * @param due the last day, where there is one
 * @param whyKey the sentence that says why it waits for this person
 * @param whyArguments what is put into that sentence
 * @param minutes about how long it takes, where that is known
 */
public record ToDo(
        String key,
        List<Object> arguments,
        String concerning,
        String address,
        Optional<LocalDate> due,
        String whyKey,
        List<Object> whyArguments,
        OptionalInt minutes) {

    public ToDo {
        arguments = List.copyOf(arguments);
        whyArguments = List.copyOf(whyArguments);
    }
}
