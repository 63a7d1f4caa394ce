package se.samverkan.records.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;
import se.samverkan.records.document.DocumentStage;
import se.samverkan.records.document.Guarding;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Words;
import se.samverkan.testing.SamverkanTest;

/** The register: what was shared and what came, and nothing that is still being worked on. */
@SamverkanTest
class RegisterTests {

    private static final RegisterQuery ALL = new RegisterQuery("", "", "", "", "");

    @Autowired
    BeanFactory application;

    @Autowired
    MessageSource messages;

    private DocumentStage stage;
    private long document;
    private long share;

    @BeforeEach
    void aSharedDocumentAndADraft() {
        stage = new DocumentStage(application);
        document = stage.draft(stage.director, null);
        stage.adopt(stage.director, document);
        share = stage.share(stage.director, document, stage.agency);
        stage.draft(stage.director, null);
    }

    private Register register() {
        return stage.bean(Register.class);
    }

    private List<RegisterLine> lines(long person, RegisterQuery query) {
        return stage.as(person, () -> register().read(query, 1, 50)).lines();
    }

    @Test
    void showsEachRegistrarTheOwnSideOfAShareAndNoDraft() {
        List<RegisterLine> sent = lines(stage.registrar, ALL);
        List<RegisterLine> received = lines(stage.agencyRegistrar, ALL);

        assertThat(sent).singleElement().satisfies(line -> {
            assertThat(line.direction()).isEqualTo("OUT");
            assertThat(line.whole()).startsWith("EK ").endsWith("/1-1");
            assertThat(line.counterparts()).startsWith("Skolmyndigheten");
        });
        assertThat(received)
                .singleElement()
                .satisfies(line -> assertThat(line.counterparts()).isEqualTo("Exempelby kommun"));
        assertThatThrownBy(() -> lines(stage.officer, ALL)).isInstanceOf(Refusal.class);
    }

    @Test
    void findsByTitleNumberDayAndDirection() {
        String number = lines(stage.registrar, ALL).getFirst().whole();
        String today = stage.today().toString();
        String tomorrow = stage.today().plusDays(1).toString();

        assertThat(lines(stage.registrar, new RegisterQuery("nuläge", "", "", "", "TITLE")))
                .hasSize(1);
        assertThat(lines(stage.registrar, new RegisterQuery(number, "", today, today, "NUMBER")))
                .hasSize(1);
        assertThat(lines(stage.registrar, new RegisterQuery("", "IN", "", "", "")))
                .isEmpty();
        assertThat(lines(stage.registrar, new RegisterQuery("", "", tomorrow, "", "OLDEST")))
                .isEmpty();
        assertThat(lines(stage.registrar, new RegisterQuery("finns inte", "", "", "", "")))
                .isEmpty();
    }

    @Test
    void takesANumberFromTheOwnRegistryForTheWholeCase() {
        stage.does(stage.agencyRegistrar, () -> register().type(share, stage.agency, "SKV 2027:99"));

        assertThat(lines(stage.agencyRegistrar, ALL).getFirst().whole()).isEqualTo("SKV 2027:99-1");
        assertThat(lines(stage.agencyRegistrar, ALL).getFirst().typed()).isTrue();
        assertThat(lines(stage.registrar, ALL).getFirst().whole()).startsWith("EK ");
        assertThatThrownBy(() -> stage.does(stage.registrar, () -> register().type(share, stage.agency, "X")))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void beginsNewNumbersWithTheLettersThatTheRegistrarChooses() {
        stage.does(stage.registrar, () -> register().rename(stage.organiser, 0, "BUN"));
        long next = stage.draft(stage.director, null);
        stage.adopt(stage.director, next);
        stage.share(stage.director, next, stage.agency);

        assertThat(lines(stage.registrar, ALL))
                .extracting(RegisterLine::whole)
                .satisfiesExactly(
                        newest -> assertThat(newest).startsWith("BUN "),
                        first -> assertThat(first).startsWith("EK "));
        assertThatThrownBy(() -> stage.does(stage.registrar, () -> register().rename(stage.organiser, 0, "ANNAT")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo("refusal.stale"));
        assertThatThrownBy(() -> stage.does(stage.registrar, () -> register().rename(stage.organiser, 1, "b n")))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo("register.refusal.prefix"));
    }

    @Test
    void tellsThatANarrowedDocumentExistsAndNotWhatItIsCalled() {
        stage.does(
                stage.director,
                () -> stage.bean(Guarding.class).narrow(document, List.of(), "Känsligt", Optional.empty()));

        RegisterLine line = lines(stage.agencyRegistrar, ALL).getFirst();
        assertThat(line.kept()).isTrue();
        assertThat(line.title()).isEmpty();
        assertThat(line.document()).isNull();
        assertThat(lines(stage.agencyRegistrar, new RegisterQuery("nuläge", "", "", "", "")))
                .isEmpty();
    }

    @Test
    void isTakenOutAsCsvAndAsAWorkbook() throws IOException {
        RegisterExport export = new RegisterExport(new Words(messages, Words.SWEDISH));
        String csv = new String(written(out -> export.csv(register(), ALL, out)), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFFOrganisation;Diarienummer;In eller ut;");
        assertThat(csv.lines()).hasSize(2);
        assertThat(csv).contains("Exempelby kommun;EK ").contains(";Utgående;").contains(";Nulägesanalys;");

        byte[] xlsx = written(out -> export.xlsx(register(), ALL, out));
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx));
                var rows = book.getFirstSheet().openStream()) {
            assertThat(rows.map(row -> row.getCellText(4))).containsExactly("Handling", "Nulägesanalys");
        }
    }

    private interface Writing {
        void to(ByteArrayOutputStream out) throws IOException;
    }

    private byte[] written(Writing writing) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        stage.does(stage.registrar, () -> {
            try {
                writing.to(out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return out.toByteArray();
    }
}
