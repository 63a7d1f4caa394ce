package se.samverkan.records.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.multipart.MultipartFile;

/**
 * Something that is sent in: a name as the sender gave it, how large it is, and its bytes, which can be read more than once.
 */
public record Upload(String name, long size, Source source) {

    /** Where the bytes are. */
    @FunctionalInterface
    public interface Source {
        InputStream open() throws IOException;
    }

    /** The file of a form; empty where none was chosen. */
    public static java.util.Optional<Upload> of(@Nullable MultipartFile file) {
        String name = file == null ? "" : Objects.requireNonNullElse(file.getOriginalFilename(), "");
        return file == null || (file.isEmpty() && name.isEmpty())
                ? java.util.Optional.empty()
                : java.util.Optional.of(new Upload(name, file.getSize(), file::getInputStream));
    }
}
