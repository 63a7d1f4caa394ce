package se.samverkan.records.file;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Sends a file to keep, never to be shown by the browser as if it were a page of ours. */
@Component
public class FileAnswer {

    private final Files files;

    FileAnswer(Files files) {
        this.files = files;
    }

    /** @throws se.samverkan.shared.Refusal when the reader may not see the record that it is attached to */
    public void send(StoredFile file, HttpServletResponse response) throws IOException {
        response.setContentType(file.type());
        response.setContentLengthLong(file.size());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(file.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        files.deliver(file.id(), response.getOutputStream());
    }
}
