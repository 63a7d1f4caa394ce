package se.samverkan.records.file;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * ClamAV's daemon over a socket, by its command INSTREAM (clamd(8)): the bytes in parts, each after its length in four
 * bytes, ended by a length of 0; it answers {@code stream: OK} or names what it found.
 *
 * @param host where it is; empty where there is none
 */
@ConfigurationProperties("samverkan.clamav")
record ClamAv(
        @DefaultValue("") String host, @DefaultValue("3310") int port) implements VirusScanner {

    private static final int PATIENCE = 30_000;
    private static final int PART = 64 * 1024;

    @Override
    public boolean isThere() {
        return !host.isBlank();
    }

    @Override
    public boolean findsNothingIn(InputStream content) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setSoTimeout(PATIENCE);
            socket.connect(new InetSocketAddress(host, port), PATIENCE);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (byte[] part = content.readNBytes(PART); part.length > 0; part = content.readNBytes(PART)) {
                out.writeInt(part.length);
                out.write(part);
            }
            out.writeInt(0);
            out.flush();
            return says(socket);
        }
    }

    private static boolean says(Socket socket) throws IOException {
        String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                .replace('\0', ' ')
                .strip();
        if (answer.endsWith("OK")) {
            return true;
        }
        if (answer.endsWith("FOUND")) {
            return false;
        }
        throw new IOException("the scanner answered: " + answer);
    }
}
