package se.samverkan.records.archive;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.ZipException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.records.archive.ArchiveContribution.Contribution;
import se.samverkan.records.archive.ArchivedFile.Form;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Words;

/**
 * The door to the archive package of a matter. What the rooms contribute is read under the rights of whoever asks; that
 * the package was made, and its checksum, is in the log, so that anybody can tell later that it is the one.
 */
@Component
public class ArchivePackages {

    private static final Form XML = new Form("application/xml", "XML", "fmt/101");
    private static final Form TEXT = new Form("text/plain", "Text, UTF-8", "x-fmt/16");

    private final List<ArchiveContribution> contributions;
    private final Rights rights;
    private final AuditTrail trail;
    private final Words words;
    private final String version;

    ArchivePackages(
            List<ArchiveContribution> contributions,
            Rights rights,
            AuditTrail trail,
            MessageSource messages,
            ObjectProvider<BuildProperties> build) {
        this.contributions = contributions;
        this.rights = rights;
        this.trail = trail;
        this.words = new Words(messages, Words.SWEDISH);
        BuildProperties known = build.getIfAvailable();
        this.version = known == null ? "0" : String.valueOf(known.getVersion());
    }

    /**
     * Writes the package of a matter. The same matter with the same content gives the same bytes.
     *
     * @param out where to; is not closed
     * @throws Refusal when nobody has anything of the matter, or when something in it changed while it was packed: the
     *     half-written package is then to be thrown away
     */
    @Transactional
    public Packed write(Matter matter, OutputStream out) {
        rights.require(Verb.MAKE_ARCHIVE_PACKAGE, matter.owner().id());
        SortedMap<String, Contribution> parts = parts(matter);
        if (parts.isEmpty()) {
            throw Refusal.rule("archive.refusal.nothing");
        }
        Packed packed = pack(matter, layout(matter, parts), out);
        trail.record(Happening.of(
                        "archive.packed",
                        new Subject(matter.type(), matter.id(), matter.name()),
                        matter.owner().id())
                .changing("files", null, packed.files())
                .changing("checksum", null, packed.checksum()));
        return packed;
    }

    private SortedMap<String, Contribution> parts(Matter matter) {
        SortedMap<String, Contribution> parts = new TreeMap<>();
        for (ArchiveContribution each : contributions) {
            Contribution contribution = each.of(matter);
            if (!contribution.isEmpty() && parts.put(each.part(), contribution) != null) {
                throw new IllegalStateException("two rooms contribute the part " + each.part());
            }
        }
        return parts;
    }

    private Layout layout(Matter matter, SortedMap<String, Contribution> parts) {
        List<Listed> contributed = contributed(parts);
        Description description = new Description(matter, parts);
        return new Layout(
                made(matter, Layout.READ_ME, TEXT, ReadMe.of(matter, parts, words)),
                made(matter, Layout.MATTER, XML, description.matter(contributed)),
                made(matter, Layout.DUBLIN_CORE, XML, description.dublinCore()),
                made(matter, Layout.PREMIS, XML, description.premis(version)),
                contributed);
    }

    private static List<Listed> contributed(SortedMap<String, Contribution> parts) {
        List<Listed> listed = new ArrayList<>();
        Set<String> paths = new HashSet<>();
        parts.forEach((part, contribution) -> {
            for (ArchivedFile file : contribution.files()) {
                String path = Layout.of(part, file.name());
                if (!paths.add(path)) {
                    throw new IllegalStateException("two files of the archive are called " + path);
                }
                listed.add(Listed.of(path, file.form(), file.made(), file.content()));
            }
        });
        listed.sort(Comparator.comparing(Listed::path));
        return listed;
    }

    private static Listed made(Matter matter, String path, Form form, byte[] content) {
        return Listed.of(path, form, matter.closedAt(), ArchivedFile.bytes(content));
    }

    private Packed pack(Matter matter, Layout layout, OutputStream out) {
        Listed mets = made(matter, Mets.PATH, XML, new Mets(matter, version, layout).write());
        MessageDigest digest = Sha256.digest();
        Counted counted = new Counted(new DigestOutputStream(out, digest));
        try (ZipFolder zip = new ZipFolder(counted, matter.packageName(), matter.closedAt())) {
            zip.add(mets);
            for (Listed file : layout.all()) {
                zip.add(file);
            }
        } catch (ZipException changed) {
            throw Refusal.rule("archive.refusal.changed");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String checksum = HexFormat.of().formatHex(digest.digest());
        return new Packed(matter.packageName(), layout.all().size() + 1, counted.bytes(), checksum);
    }
}
