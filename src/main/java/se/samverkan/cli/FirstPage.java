package se.samverkan.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Reads the first page once, so that the address is announced when somebody can use it and not before. */
final class FirstPage {

    private static final int PATIENCE_MILLIS = 30_000;

    private FirstPage() {}

    /** Returns when the page has answered in full; its status does not matter, the server is there. */
    static void await(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setReadTimeout(PATIENCE_MILLIS);
            boolean well = connection.getResponseCode() < HttpURLConnection.HTTP_BAD_REQUEST;
            try (InputStream page = well ? connection.getInputStream() : connection.getErrorStream()) {
                if (page != null) {
                    page.readAllBytes();
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the first page does not answer at " + address, e);
        }
    }
}
