package se.samverkan.shared.database;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** The programs of PostgreSQL as they lie in the class path, unpacked once into the database's folder. */
final class PostgresBinaries {

    private static final String VERSION = "18.6";

    private final Path folder;
    private final Path root;

    PostgresBinaries(Path folder) {
        this.folder = folder;
        this.root = folder.resolve("postgresql-" + VERSION);
    }

    private Path program(String name) {
        return root.resolve("bin").resolve(windows() ? name + ".exe" : name);
    }

    /** Unpacks, unless it has been done; a half-unpacked folder from a killed process is made anew. */
    void unpack() throws IOException {
        Path done = root.resolve("unpacked");
        if (Files.exists(done)) {
            return;
        }
        String resource = "/postgres-" + system() + "-" + architecture() + ".txz";
        try (InputStream packed = PostgresBinaries.class.getResourceAsStream(resource)) {
            if (packed == null) {
                throw new IOException("no PostgreSQL for this machine in the class path: " + resource
                        + "; set SAMVERKAN_DB_URL to use one of your own");
            }
            unpack(new TarArchiveInputStream(new XZInputStream(packed)));
        }
        Files.createFile(done);
    }

    /**
     * Runs one of the programs to its end, and tells what it said when it fails. Root does so in a user namespace of its
     * own, since PostgreSQL refuses to run as root.
     */
    void run(String program, String... arguments) throws IOException {
        Path output = Files.createTempFile(folder, "command", ".log");
        try {
            ProcessBuilder builder = new ProcessBuilder(command(program, arguments))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().put("LC_ALL", "C.UTF-8");
            int status = builder.start().waitFor();
            if (status != 0) {
                throw new IOException(program + " ended with " + status + ": " + Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + program, e);
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private List<String> command(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        if ("root".equals(System.getProperty("user.name"))) {
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(program(program).toString());
        command.addAll(List.of(arguments));
        return command;
    }

    private void unpack(TarArchiveInputStream archive) throws IOException {
        TarArchiveEntry entry;
        while ((entry = archive.getNextEntry()) != null) {
            Path target = root.resolve(entry.getName()).normalize();
            if (!target.startsWith(root)) {
                throw new IOException("the archive of PostgreSQL reaches outside its folder: " + entry.getName());
            }
            if (entry.isDirectory()) {
                Files.createDirectories(target);
            } else if (entry.isSymbolicLink()) {
                Files.createDirectories(parent(target));
                Files.deleteIfExists(target);
                Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            } else {
                Files.createDirectories(parent(target));
                Files.copy(archive, target, StandardCopyOption.REPLACE_EXISTING);
                makeExecutable(target, entry.getMode());
            }
        }
    }

    private static Path parent(Path path) throws IOException {
        Path parent = path.getParent();
        if (parent == null) {
            throw new IOException("a file without a folder: " + path);
        }
        return parent;
    }

    private static void makeExecutable(Path file, int mode) throws IOException {
        boolean executable = (mode & 0100) != 0;
        if (executable && !windows()) {
            Set<PosixFilePermission> permissions = EnumSet.copyOf(Files.getPosixFilePermissions(file));
            permissions.add(PosixFilePermission.OWNER_EXECUTE);
            permissions.add(PosixFilePermission.GROUP_EXECUTE);
            permissions.add(PosixFilePermission.OTHERS_EXECUTE);
            Files.setPosixFilePermissions(file, permissions);
        }
    }

    private static boolean windows() {
        return System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private static String system() {
        String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        if (windows()) {
            return "windows";
        }
        return name.startsWith("mac") ? "darwin" : "linux";
    }

    private static String architecture() {
        String name = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        return name.equals("aarch64") ? "arm_64" : "x86_64";
    }
}
