package se.samverkan.access.session;

import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import se.samverkan.access.session.HeldForm.HeldFile;

/** A held file, sent along with its form as if it had been chosen again. */
record HeldPart(HeldFile file) implements Part {

    @Override
    public InputStream getInputStream() {
        return new ByteArrayInputStream(file.content());
    }

    @Override
    public String getContentType() {
        return file.type();
    }

    @Override
    public String getName() {
        return file.field();
    }

    @Override
    public String getSubmittedFileName() {
        return file.name();
    }

    @Override
    public long getSize() {
        return file.content().length;
    }

    @Override
    public void write(String path) throws IOException {
        Files.write(Path.of(path), file.content());
    }

    @Override
    public void delete() {}

    @Override
    public @Nullable String getHeader(String name) {
        if (name.equalsIgnoreCase(HttpHeaders.CONTENT_TYPE)) {
            return file.type();
        }
        return name.equalsIgnoreCase(HttpHeaders.CONTENT_DISPOSITION) ? disposition() : null;
    }

    @Override
    public Collection<String> getHeaders(String name) {
        String value = getHeader(name);
        return value == null ? List.of() : List.of(value);
    }

    @Override
    public Collection<String> getHeaderNames() {
        return List.of(HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.CONTENT_TYPE);
    }

    private String disposition() {
        return ContentDisposition.formData()
                .name(file.field())
                .filename(file.name())
                .build()
                .toString();
    }
}
