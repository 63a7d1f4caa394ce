package se.samverkan.notice.outbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A mail server that knows nobody of one name, and has no room just now for another. */
final class RefusingServer implements AutoCloseable {

    private final ServerSocket socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final String unknown;
    private final String full;

    RefusingServer(String unknown, String full) throws IOException {
        this.unknown = unknown;
        this.full = full;
        Thread.ofVirtual().start(this::serve);
    }

    int port() {
        return socket.getLocalPort();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                talk(client);
            } catch (IOException gone) {
                // The client or the test has ended.
            }
        }
    }

    private void talk(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
        say(client, "220 prov");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            say(client, answer(line));
            if (line.startsWith("QUIT")) {
                return;
            }
        }
    }

    private String answer(String line) {
        if (line.startsWith("RCPT") && line.contains(unknown)) {
            return "550 nobody of that name";
        }
        if (line.startsWith("RCPT") && line.contains(full)) {
            return "452 no room";
        }
        return line.startsWith("QUIT") ? "221 bye" : "250 ok";
    }

    private static void say(Socket client, String words) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((words + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
