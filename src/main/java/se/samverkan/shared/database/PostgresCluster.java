package se.samverkan.shared.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.stream.Stream;

/**
 * The files of our own PostgreSQL: made once, in a folder beside the place, and moved there whole, so that a process
 * that was killed meanwhile leaves nothing half made.
 */
final class PostgresCluster {

    /** Everything that is not PostgreSQL's own choice; fsync and synchronous_commit are, and stay on. */
    private static final String SETTINGS = """
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            max_connections = 200
            password_encryption = 'scram-sha-256'
            timezone = 'UTC'
            log_timezone = 'UTC'
            jit = off
            random_page_cost = 1.1
            work_mem = '32MB'
            maintenance_work_mem = '128MB'
            max_wal_size = '2GB'
            wal_compression = on
            log_min_messages = warning
            log_min_error_statement = panic
            log_error_verbosity = terse
            """;

    private final Path folder;
    private final PostgresBinaries binaries;

    PostgresCluster(Path folder, PostgresBinaries binaries) {
        this.folder = folder;
        this.binaries = binaries;
    }

    /** Makes the files unless they are there, and gives the password of its roles. */
    String make() throws IOException {
        Path secret = folder.resolve("secret");
        if (Files.exists(folder.resolve("postgres/PG_VERSION"))) {
            return Files.readString(secret).strip();
        }
        String password = draw();
        keep(password, secret);
        Path half = folder.resolve("postgres.new");
        deleteTree(half);
        initialise(half, secret);
        Files.writeString(half.resolve("postgresql.auto.conf"), SETTINGS, StandardOpenOption.APPEND);
        Files.move(half, folder.resolve("postgres"));
        return password;
    }

    private static String draw() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private static void keep(String password, Path secret) throws IOException {
        Files.deleteIfExists(secret);
        if (secret.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(
                    secret, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        }
        Files.writeString(secret, password);
    }

    private void initialise(Path where, Path secret) throws IOException {
        binaries.run(
                "initdb",
                "--pgdata=" + where,
                "--username=postgres",
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--locale-provider=icu",
                "--icu-locale=sv-SE",
                "--data-checksums");
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(root)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
