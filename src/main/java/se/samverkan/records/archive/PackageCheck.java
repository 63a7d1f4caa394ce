package se.samverkan.records.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import se.samverkan.records.archive.CheckedPackage.Fault;

/**
 * Checks a package from wherever it has been: that every file in it is the one that its list names, and that nothing more
 * is there. Needs nothing but the file, so anybody can do it in fifty years; unpacks nothing, and reads no more of an entry
 * than the list says it is.
 */
public final class PackageCheck {

    private static final int MOST_ENTRIES = 200_000;
    private static final long LONGEST_LIST = 64L << 20;
    private static final long SMALL = 10L << 20;
    private static final long MOST_SWELLING = 200;
    private static final Pattern UNSAFE = Pattern.compile("^/|^[A-Za-z]:|\\\\|(^|/)\\.{1,2}(/|$)|//|\\p{Cntrl}");

    private final ZipFile zip;
    private final Map<String, ZipEntry> found = new HashMap<>();
    private String root = "";
    private int right;

    private PackageCheck(ZipFile zip) {
        this.zip = zip;
    }

    /** One broken file; the first ends the check. */
    private static final class Broken extends Exception {

        private static final long serialVersionUID = 1L;

        private final String file;
        private final Fault fault;

        Broken(String file, Fault fault) {
            super(fault + " " + file, null, false, false);
            this.file = file;
            this.fault = fault;
        }
    }

    /**
     * Checks a package, and names the first file that is not right.
     *
     * @param expected the SHA-256 of the whole file as the log has it, in hexadecimal, or null where it is not known
     * @throws IOException when the file cannot be opened at all
     */
    public static CheckedPackage check(Path file, @Nullable String expected) throws IOException {
        String checksum = checksum(Files.newInputStream(file), Long.MAX_VALUE);
        String name = file.getFileName().toString();
        if (expected != null && !checksum.equals(expected.strip().toLowerCase(Locale.ROOT))) {
            return CheckedPackage.broken(0, name, Fault.OTHER_PACKAGE);
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return new PackageCheck(zip).result(checksum);
        } catch (ZipException unreadable) {
            return CheckedPackage.broken(0, name, Fault.UNREADABLE);
        }
    }

    private CheckedPackage result(String checksum) {
        try {
            everything();
            return CheckedPackage.whole(right, checksum);
        } catch (Broken broken) {
            return CheckedPackage.broken(right, broken.file, broken.fault);
        }
    }

    private void everything() throws Broken {
        findEntries();
        List<MetsList.Entry> list = list();
        Set<String> left = new TreeSet<>(found.keySet());
        left.remove(root + Mets.PATH);
        for (MetsList.Entry listed : list) {
            one(listed);
            left.remove(root + listed.path());
        }
        for (String unlisted : left) {
            throw new Broken(unlisted, Fault.UNLISTED);
        }
    }

    private void findEntries() throws Broken {
        if (zip.size() > MOST_ENTRIES) {
            throw new Broken(name(), Fault.TOO_MANY);
        }
        for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
            if (UNSAFE.matcher(entry.getName()).find()) {
                throw new Broken(entry.getName(), Fault.UNSAFE_PATH);
            }
            if (!entry.isDirectory() && found.put(entry.getName(), entry) != null) {
                throw new Broken(entry.getName(), Fault.TWICE);
            }
        }
    }

    private String name() {
        return Path.of(zip.getName()).getFileName().toString();
    }

    private List<MetsList.Entry> list() throws Broken {
        String path = found.keySet().stream()
                .filter(each -> each.matches("([^/]+/)?" + Pattern.quote(Mets.PATH)))
                .sorted()
                .findFirst()
                .orElseThrow(() -> new Broken(Mets.PATH, Fault.NO_LIST));
        root = path.substring(0, path.length() - Mets.PATH.length());
        ZipEntry entry = found.get(path);
        if (entry == null || entry.getSize() > LONGEST_LIST || swells(entry)) {
            throw new Broken(path, Fault.SWELLS);
        }
        try (InputStream content = zip.getInputStream(entry)) {
            List<MetsList.Entry> list = MetsList.read(new Limited(content, LONGEST_LIST));
            if (list.isEmpty()) {
                throw new Broken(path, Fault.LIST_UNREADABLE);
            }
            return list;
        } catch (IOException | XMLStreamException unreadable) {
            throw new Broken(path, Fault.LIST_UNREADABLE);
        }
    }

    private static boolean swells(ZipEntry entry) {
        return entry.getSize() > SMALL && entry.getSize() / Math.max(1, entry.getCompressedSize()) > MOST_SWELLING;
    }

    private void one(MetsList.Entry listed) throws Broken {
        String path = root + listed.path();
        ZipEntry entry = found.get(path);
        if (UNSAFE.matcher(listed.path()).find()) {
            throw new Broken(listed.path(), Fault.UNSAFE_PATH);
        }
        if (entry == null) {
            throw new Broken(path, Fault.MISSING);
        }
        if (listed.checksum() == null) {
            throw new Broken(path, Fault.NO_CHECKSUM);
        }
        if (listed.size() < 0 || entry.getSize() != listed.size()) {
            throw new Broken(path, Fault.WRONG_SIZE);
        }
        if (swells(entry)) {
            throw new Broken(path, Fault.SWELLS);
        }
        if (!checksum(entry, listed.size(), path).equalsIgnoreCase(listed.checksum())) {
            throw new Broken(path, Fault.CHANGED);
        }
        right++;
    }

    private String checksum(ZipEntry entry, long most, String path) throws Broken {
        try {
            return checksum(zip.getInputStream(entry), most);
        } catch (Limited.TooLong tooLong) {
            throw new Broken(path, Fault.SWELLS);
        } catch (IOException damaged) {
            throw new Broken(path, Fault.CHANGED);
        }
    }

    private static String checksum(InputStream content, long most) throws IOException {
        try (DigestInputStream digested = new DigestInputStream(new Limited(content, most), Sha256.digest())) {
            digested.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        }
    }
}
