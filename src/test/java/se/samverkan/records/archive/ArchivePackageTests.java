package se.samverkan.records.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.records.archive.ArchiveContribution.Contribution;
import se.samverkan.records.archive.ArchiveContribution.Fact;
import se.samverkan.records.archive.ArchivedFile.Form;
import se.samverkan.records.archive.CheckedPackage.Fault;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** A package for the archive is what its list says, the same every time, and tells when somebody has touched it. */
@SamverkanTest
@Import(ArchivePackageTests.Rooms.class)
class ArchivePackageTests {

    private static final Instant CLOSED = Instant.parse("2027-03-12T13:05:42Z");
    private static final List<ArchivedFile> PLANS = new ArrayList<>();

    @Autowired
    ArchivePackages packages;

    @Autowired
    ActingAs acting;

    @Autowired
    TestDatabase database;

    @TempDir
    Path folder;

    private Cast cast;
    private Matter matter;
    private long archivist;

    /** Two rooms of the test, of which one also has nothing of another matter. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Rooms {

        @Bean
        ArchiveContribution plansToArchive() {
            return room("plans", "Åtgärdsplaner", PLANS);
        }

        @Bean
        ArchiveContribution meetings() {
            return room(
                    "meetings",
                    "Träffar & <anteckningar>",
                    List.of(file("meetings.json", Form.JSON, "{\"meetings\":[]}".getBytes(StandardCharsets.UTF_8))));
        }

        private static ArchiveContribution room(String part, String title, List<ArchivedFile> files) {
            return new ArchiveContribution() {
                @Override
                public String part() {
                    return part;
                }

                @Override
                public Contribution of(Matter matter) {
                    return matter.type().equals("unknown")
                            ? new Contribution(title, List.of(), List.of())
                            : new Contribution(title, List.of(new Fact("Antal", "" + files.size())), files);
                }
            };
        }
    }

    private static ArchivedFile file(String name, Form form, byte[] content) {
        return new ArchivedFile(
                name,
                "Plan för Åsskolan\u0000",
                form,
                CLOSED.minusSeconds(90),
                List.of(new Fact("Sekretess", "Nej")),
                ArchivedFile.bytes(content));
    }

    @BeforeEach
    void opensTheMatter() {
        cast = new Cast(database);
        long owner = cast.organisation("Exempelby kommun");
        archivist = cast.player("Arkivarien", Role.ARCHIVIST, owner);
        matter = new Matter(
                "partnership",
                "12",
                "Exempelby kommun, SBS",
                "2027:00123",
                new Matter.Owner(owner, "Exempelby kommun", "2120000000"),
                CLOSED);
        PLANS.clear();
        PLANS.add(file("plan-2.pdf", Form.PDF_A, "PDF två".getBytes(StandardCharsets.UTF_8)));
        PLANS.add(file("plan-1.pdf", Form.PDF_A, "PDF ett".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void isWholeAndSaysItsChecksumInTheLog() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Packed packed = acting.person(archivist, () -> packages.write(matter, out));
        Path file = written(out.toByteArray());

        CheckedPackage checked = PackageCheck.check(file, packed.checksum());

        assertThat(checked).isEqualTo(CheckedPackage.whole(packed.files() - 1, packed.checksum()));
        assertThat(packed.size()).isEqualTo(out.size());
        assertThat(cast.behind()
                        .sql("""
                                select v.after from records.audit_entry e join records.audit_value v
                                  using (organisation, position, at)
                                where e.what = 'archive.packed' and e.organisation = ? and v.field = 'checksum'
                                """)
                        .param(matter.owner().id())
                        .query(String.class)
                        .list())
                .containsExactly(packed.checksum());
    }

    @Test
    void isTheSameBytesEveryTime() {
        assertThat(packed()).isEqualTo(packed());
    }

    @Test
    void validatesAgainstTheSchemasOfTheArchives() throws Exception {
        Optional<Path> schemas = ArchiveSchemas.folder();
        assumeTrue(schemas.isPresent(), "the schemas of the archives are not beside the project");

        Map<String, byte[]> entries = entries(packed());

        ArchiveSchemas.validate(schemas.orElseThrow(), "mets1_12.xsd", entries.get(in("METS.xml")));
        ArchiveSchemas.validateDublinCore(
                schemas.orElseThrow().resolve("PREMIS.xsd"), entries.get(in(Layout.DUBLIN_CORE)));
        assertThat(new String(entries.get(in("METS.xml")), StandardCharsets.UTF_8))
                .contains("xlink:href=\"representations/rep1/data/plans/plan-1.pdf\"", "CHECKSUMTYPE=\"SHA-256\"");
    }

    @Test
    void describesTheMatterForPeopleAndForPrograms() throws Exception {
        Map<String, byte[]> entries = entries(packed());

        assertThat(new String(entries.get(in(Layout.MATTER)), StandardCharsets.UTF_8))
                .contains("<caseNumber>2027:00123</caseNumber>", "title=\"Plan för Åsskolan\"")
                .contains("title=\"Träffar &amp; &lt;anteckningar&gt;\"", "<fact label=\"Sekretess\">Nej</fact>");
        assertThat(new String(entries.get(in(Layout.READ_ME)), StandardCharsets.UTF_8))
                .contains("Arkivbildare: Exempelby kommun", "plans: Åtgärdsplaner, 2 filer", "12 mars 2027");
        assertThat(new String(entries.get(in(Layout.PREMIS)), StandardCharsets.UTF_8))
                .contains("<eventType>creation</eventType>");
        for (String xml : List.of(Layout.MATTER, Layout.DUBLIN_CORE, Layout.PREMIS)) {
            ArchiveSchemas.parse(entries.get(in(xml)));
        }
    }

    @Test
    void findsOneChangedByteInAnyFile() throws Exception {
        byte[] whole = packed();
        for (String path : entries(whole).keySet()) {
            if (!path.endsWith(Mets.PATH)) {
                byte[] changed = changed(whole, entries -> entries.get(path)[0] ^= 1);
                assertThat(check(changed))
                        .as(path)
                        .isEqualTo(CheckedPackage.broken(check(changed).files(), path, Fault.CHANGED));
            }
        }
    }

    @Test
    void findsAChangedByteThatTheZipKnowsOfToo() throws Exception {
        byte[] whole = packed();
        int place = new String(whole, StandardCharsets.ISO_8859_1).indexOf("PDF ett");
        whole[place] ^= 1;

        assertThat(check(whole).fault()).isEqualTo(Fault.CHANGED);
    }

    @Test
    void findsAChangedListByTheChecksumOfTheLog() throws Exception {
        String checksum = check(packed()).sha256();
        byte[] changed = changed(packed(), entries -> entries.get(in(Mets.PATH))[100] ^= 1);

        assertThat(PackageCheck.check(written(changed), checksum).fault()).isEqualTo(Fault.OTHER_PACKAGE);
    }

    @Test
    void findsWhatIsMissingCutOrMore() throws Exception {
        byte[] whole = packed();
        String plan = in(Layout.of("plans", "plan-1.pdf"));

        assertThat(check(changed(whole, entries -> entries.remove(plan))))
                .extracting(CheckedPackage::file, CheckedPackage::fault)
                .containsExactly(plan, Fault.MISSING);
        assertThat(check(changed(whole, entries -> entries.put(plan, new byte[3])))
                        .fault())
                .isEqualTo(Fault.WRONG_SIZE);
        assertThat(check(changed(whole, entries -> entries.put(in("more.txt"), new byte[3]))))
                .extracting(CheckedPackage::file, CheckedPackage::fault)
                .containsExactly(in("more.txt"), Fault.UNLISTED);
        assertThat(check(changed(whole, entries -> entries.remove(in(Mets.PATH))))
                        .fault())
                .isEqualTo(Fault.NO_LIST);
        assertThat(check(java.util.Arrays.copyOf(whole, whole.length / 2)).fault())
                .isEqualTo(Fault.UNREADABLE);
        assertThat(check("inte en zip".getBytes(StandardCharsets.UTF_8)).fault())
                .isEqualTo(Fault.UNREADABLE);
    }

    @Test
    void refusesAPathThatLeadsOut() throws Exception {
        for (String path : List.of("../out.txt", "/etc/passwd", "a/../../b", "C:\\b", "a\\b", "a//b")) {
            assertThat(check(changed(packed(), entries -> entries.put(path, new byte[1]))))
                    .as(path)
                    .extracting(CheckedPackage::file, CheckedPackage::fault)
                    .containsExactly(path, Fault.UNSAFE_PATH);
        }
    }

    @Test
    void refusesABombBeforeItSwells() throws Exception {
        byte[] bomb = changed(packed(), entries -> entries.put(in(Mets.PATH), new byte[30 << 20]));
        assertThat(check(bomb).fault()).isEqualTo(Fault.SWELLS);

        String plan = in(Layout.of("plans", "plan-1.pdf"));
        byte[] longer = changed(packed(), entries -> entries.put(plan, new byte[100 << 20]));
        assertThat(check(longer).fault()).isEqualTo(Fault.WRONG_SIZE);
    }

    @Test
    void refusesAListThatFetchesSomethingElse() throws Exception {
        byte[] list =
                "<!DOCTYPE mets [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><mets xmlns=\"http://www.loc.gov/METS/\"/>"
                        .getBytes(StandardCharsets.UTF_8);

        assertThat(check(changed(packed(), entries -> entries.put(in(Mets.PATH), list)))
                        .fault())
                .isEqualTo(Fault.LIST_UNREADABLE);
    }

    @Test
    void refusesWhatChangesWhileItIsPacked() {
        int[] opened = {0};
        PLANS.add(new ArchivedFile(
                "restless.pdf",
                "Orolig",
                Form.PDF_A,
                CLOSED,
                List.of(),
                () -> new java.io.ByteArrayInputStream(new byte[] {(byte) opened[0]++})));

        assertThatThrownBy(this::packed).isInstanceOf(Refusal.class).hasMessageContaining("archive.refusal.changed");
    }

    @Test
    void refusesAMatterThatNobodyHasAnythingOf() {
        Matter unknown = new Matter("unknown", "1", "Okänt", "", matter.owner(), CLOSED);

        assertThatThrownBy(() -> acting.person(archivist, () -> packages.write(unknown, new ByteArrayOutputStream())))
                .hasMessageContaining("archive.refusal.nothing");
    }

    @Test
    void isMadeByNobodyWithoutTheRight() {
        long stranger = cast.player("Annan", Role.ARCHIVIST, cast.organisation("Annan kommun"));

        assertThatThrownBy(() -> acting.person(stranger, () -> packages.write(matter, new ByteArrayOutputStream())))
                .hasMessageContaining("refusal.verb.MAKE_ARCHIVE_PACKAGE");
    }

    @Test
    void refusesANameThatIsNotSafeEverywhere() {
        for (String name : List.of("../a.pdf", "å.pdf", "a b.pdf", "", ".pdf", "a", "a/b.pdf")) {
            assertThatThrownBy(() -> file(name, Form.PDF_A, new byte[0])).isInstanceOf(IllegalArgumentException.class);
        }
    }

    private byte[] packed() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        acting.person(archivist, () -> packages.write(matter, out));
        return out.toByteArray();
    }

    private String in(String path) {
        return matter.packageName() + "/" + path;
    }

    private CheckedPackage check(byte[] content) throws IOException {
        return PackageCheck.check(written(content), null);
    }

    private Path written(byte[] content) throws IOException {
        return Files.write(folder.resolve("paket.zip"), content);
    }

    private static Map<String, byte[]> entries(byte[] zip) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new java.io.ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                entries.put(entry.getName(), in.readAllBytes());
            }
        }
        return entries;
    }

    /** The package as somebody would pack it again who had changed something in it. */
    private static byte[] changed(byte[] zip, Consumer<Map<String, byte[]>> change) throws IOException {
        Map<String, byte[]> entries = entries(zip);
        change.accept(entries);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                out.putNextEntry(new ZipEntry(entry.getKey()));
                out.write(entry.getValue());
            }
        }
        return bytes.toByteArray();
    }
}
