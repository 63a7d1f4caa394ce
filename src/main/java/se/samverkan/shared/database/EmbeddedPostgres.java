package se.samverkan.shared.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server of our own, kept in a folder, on loopback.
 *
 * <p>Its life: the first process that asks unpacks the binaries, initialises the cluster and starts the server; the next
 * ones adopt the running server; the last one out stops it. A process that was killed leaves the server running, and the
 * next one adopts it. Commits are durable: fsync and synchronous_commit stay on.
 *
 * <p>PostgreSQL refuses to run as root, so for root its commands run in a user namespace of their own.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String DATABASE = "samverkan";

    private final Path folder;
    private final PostgresBinaries binaries;
    private final String memory;
    private final String password;
    private final int port;

    private EmbeddedPostgres(Path folder, String memory) {
        this.folder = folder;
        this.binaries = new PostgresBinaries(folder);
        this.memory = memory;
        try {
            Files.createDirectories(folder.resolve("users"));
            try (FileChannel channel = lockFile();
                    FileLock lock = channel.lock()) {
                assert lock.isValid();
                binaries.unpack();
                this.password = new PostgresCluster(folder, binaries).make();
                this.port = adopt();
                Files.writeString(registration(), Integer.toString(port));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the database folder " + folder + " cannot be used", e);
        }
    }

    /**
     * The server of a folder, started or adopted, with its database and roles in place.
     *
     * @param folder where everything of it lies; created when missing
     * @param memory its shared buffers, as PostgreSQL writes them
     */
    public static EmbeddedPostgres in(Path folder, String memory) {
        var postgres = new EmbeddedPostgres(folder.toAbsolutePath().normalize(), memory);
        postgres.createRolesAndDatabase(DATABASE);
        return postgres;
    }

    /** Whether a database has been made in this folder before. */
    public static boolean existsIn(Path folder) {
        return Files.exists(folder.resolve("postgres/PG_VERSION"));
    }

    public String url() {
        return url(DATABASE);
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    public String password() {
        return password;
    }

    /** Makes a database with the application's roles in it, unless it is there. */
    public void createRolesAndDatabase(String name) {
        try (Connection connection = superuser("postgres");
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    do $$ begin
                      perform pg_advisory_xact_lock(hashtext('samverkan roles'));
                      if not exists (select from pg_roles where rolname = 'samverkan_owner') then
                        create role samverkan_owner login noinherit password '%1$s';
                        create role samverkan_app login noinherit password '%1$s';
                      end if;
                    end $$
                    """.formatted(password));
            if (!exists(statement, name)) {
                create(statement, name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded database cannot be prepared", e);
        }
        try (Connection connection = superuser(name);
                Statement statement = connection.createStatement()) {
            statement.execute("""
                    create extension if not exists pg_trgm;
                    create extension if not exists unaccent;
                    """);
        } catch (SQLException e) {
            throw new IllegalStateException("the embedded database lacks an extension", e);
        }
    }

    private static boolean exists(Statement statement, String name) throws SQLException {
        try (var found = statement.executeQuery("select 1 from pg_database where datname = '" + name + "'")) {
            return found.next();
        }
    }

    private static void create(Statement statement, String name) throws SQLException {
        try {
            statement.execute("create database " + name + " owner samverkan_owner");
        } catch (SQLException e) {
            boolean madeByAnotherMeanwhile = "42P04".equals(e.getSQLState()) || "23505".equals(e.getSQLState());
            if (!madeByAnotherMeanwhile) {
                throw e;
            }
        }
    }

    /** A connection with every right, for making databases; never handed to the application. */
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(url(database), "postgres", password);
    }

    /** Signs this process out, and stops the server when no other process uses it. */
    @Override
    public void close() {
        try (FileChannel channel = lockFile();
                FileLock lock = channel.lock()) {
            assert lock.isValid();
            Files.deleteIfExists(registration());
            if (!usedByOthers()) {
                binaries.run("pg_ctl", "-D", cluster().toString(), "-m", "fast", "-w", "stop");
            }
        } catch (IOException e) {
            log.warn("The database could not be stopped; the next start will adopt it.", e);
        }
    }

    private boolean usedByOthers() throws IOException {
        try (Stream<Path> users = Files.list(folder.resolve("users"))) {
            boolean used = false;
            for (Path user : users.toList()) {
                long pid = Long.parseLong(user.getFileName().toString());
                if (ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isPresent()) {
                    used = true;
                } else {
                    Files.deleteIfExists(user);
                }
            }
            return used;
        }
    }

    private int adopt() throws IOException {
        Path pidFile = cluster().resolve("postmaster.pid");
        if (Files.exists(pidFile)) {
            List<String> lines = Files.readAllLines(pidFile);
            if (lines.size() > 3 && answers(Integer.parseInt(lines.get(3).strip()))) {
                return Integer.parseInt(lines.get(3).strip());
            }
        }
        return start();
    }

    private int start() throws IOException {
        int free = freePort();
        String options = "-p " + free + " -c shared_buffers=" + memory;
        String log = folder.resolve("postgres.log").toString();
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                binaries.run("pg_ctl", "-D", cluster().toString(), "-l", log, "-o", options, "-w", "-t", "60", "start");
                return free;
            } catch (IOException e) {
                // Right after a kill the old server's children still hold its memory for a moment.
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
                pause();
            }
        }
    }

    private boolean answers(int candidate) {
        try (Connection connection = DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + candidate + "/postgres?connectTimeout=5", "postgres", password)) {
            try (Statement statement = connection.createStatement();
                    var answer = statement.executeQuery("show data_directory")) {
                return answer.next() && Path.of(answer.getString(1)).equals(cluster());
            }
        } catch (SQLException e) {
            log.debug("No server answers at port {}", candidate, e);
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while the database starts", e);
        }
    }

    private FileChannel lockFile() throws IOException {
        return FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    private Path cluster() {
        return folder.resolve("postgres");
    }

    private Path registration() {
        return folder.resolve("users")
                .resolve(Long.toString(ProcessHandle.current().pid()));
    }
}
