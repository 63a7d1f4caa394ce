package se.samverkan.selection.material;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.springframework.stereotype.Component;
import se.samverkan.records.file.Files;
import se.samverkan.records.file.StoredFile;
import se.samverkan.records.file.Upload;
import se.samverkan.shared.Refusal;

/** The files of the Inspectorate's material among all files: inspected, scanned, and pictures without their place. */
@Component
class NoteFiles {

    private final Files files;

    NoteFiles(Files files) {
        this.files = files;
    }

    /** Keeps a file for a piece that is being put in. */
    StoredFile keep(NoteFile file) {
        return files.keep(
                new Upload(file.name(), file.content().length, () -> new ByteArrayInputStream(file.content())));
    }

    /** Says that the piece has taken its file up. */
    void attached(long file) {
        files.attached(file);
    }

    /** A file as it is kept, where the actor may see the piece that it belongs to, or has just sent it in. */
    NoteFile read(long id) {
        StoredFile file = files.find(id).orElseThrow(Refusal::notSeen);
        try {
            ByteArrayOutputStream content = new ByteArrayOutputStream();
            files.deliver(id, content);
            return new NoteFile(file.name(), file.type(), content.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
