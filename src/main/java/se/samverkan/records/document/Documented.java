package se.samverkan.records.document;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Records of a room that documents can be put into: implemented as a bean by the room, which knows who sees them. */
public interface Documented {

    /** The room, as {@link RecordRef} names it. */
    String room();

    /** A record that the actor knows of; empty where there is none. */
    Optional<Place> find(String id);

    /**
     * Where a document is put.
     *
     * @param name what people call the record
     * @param address the path of the page where its documents are listed
     * @param organiser the organiser that documents of an agency's or office's in it are about, or null
     */
    record Place(String name, String address, @Nullable Long organiser) {}
}
