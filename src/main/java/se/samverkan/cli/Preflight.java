package se.samverkan.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import se.samverkan.shared.Refusal;

/** Looks before the start at what would stop it, so that the reason comes at once and in plain words. */
final class Preflight {

    /** Less than this and PostgreSQL may stop in the middle of a checkpoint. */
    private static final long LEAST_FREE_BYTES = 200L * 1024 * 1024;

    private static final int HIGHEST_PORT = 65_535;

    private Preflight() {}

    /**
     * Refuses when the port is taken, or when the folder of an embedded database cannot be written or is on a full disk.
     */
    static void check(Path data, int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw Refusal.rule("cli.refusal.no-port", Integer.toString(port));
        }
        if (port != 0 && !isFree(port)) {
            throw Refusal.rule("cli.refusal.port", Integer.toString(port));
        }
        if (Place.external().isEmpty()) {
            folder(data);
        }
    }

    /** Refuses a folder that cannot hold a database. */
    static void folder(Path data) {
        Path folder = data.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, "writable", ""));
            long free = Files.getFileStore(folder).getUsableSpace();
            if (free < LEAST_FREE_BYTES) {
                throw Refusal.rule("cli.refusal.disk", folder.toString(), Long.toString(free / 1024 / 1024));
            }
        } catch (IOException e) {
            throw Refusal.rule("cli.refusal.folder", folder.toString());
        }
    }

    /** The port after the pages' own, where it is free; else 0, which means any. */
    static int freeBeside(int port) {
        return port != 0 && port < HIGHEST_PORT && isFree(port + 1) ? port + 1 : 0;
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException e) {
            return false;
        }
    }
}
