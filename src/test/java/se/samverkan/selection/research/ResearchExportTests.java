package se.samverkan.selection.research;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.access.Role;
import se.samverkan.selection.RoundOfFigures;
import se.samverkan.selection.allotment.Allotting;
import se.samverkan.selection.method.Draw;
import se.samverkan.selection.method.DrawList;
import se.samverkan.selection.method.Seed;
import se.samverkan.selection.method.Utf8;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.SamverkanTest;

/** An evaluator without a duty takes a round out once its places are allotted, and the log tells. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=selection")
class ResearchExportTests {

    @Autowired
    BeanFactory application;

    @Autowired
    JdbcClient database;

    private RoundOfFigures round;
    private long evaluator;

    @BeforeEach
    void aRoundAndAnEvaluator() {
        round = new RoundOfFigures(application, null);
        evaluator = round.cast.player("Eva Utvärderare", Role.EVALUATOR, round.agency);
        round.freeze();
        round.plan();
        round.list();
    }

    private byte[] export(long person) {
        return round.as(person, () -> round.bean(ResearchExport.class).export(round.id));
    }

    @Test
    void isHiddenFromTheEvaluatorUntilThePlacesAreAllotted() {
        assertThatThrownBy(() -> export(evaluator))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_SEEN));
        assertThat(seen("selection.round")).isZero();
        assertThat(seen("selection.basis_unit")).isZero();

        round.does(() -> round.bean(Allotting.class).draw(round.id));

        assertThat(seen("selection.basis_unit")).isPositive();
        assertThat(round.as(evaluator, () -> round.bean(ResearchExport.class).rounds()))
                .extracting(RoundView::id)
                .containsExactly(round.id);
    }

    @Test
    void showsTheEvaluatorNothingOfTheRoundBesides() {
        round.does(() -> round.bean(Allotting.class).draw(round.id));

        assertThatThrownBy(() -> round.as(
                        evaluator, () -> round.bean(SelectionRounds.class).round(round.id)))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_SEEN));
        for (String table :
                new String[] {"participant", "exclusion", "inspectorate_note", "assessment", "joint_assessment"}) {
            assertThat(seen("selection." + table)).as(table).isZero();
        }
    }

    @Test
    void isForNobodyElse() {
        round.does(() -> round.bean(Allotting.class).draw(round.id));
        long elsewhere = round.cast.player("Eva", Role.EVALUATOR, round.cast.agency("En annan myndighet"));

        assertThatThrownBy(() -> export(elsewhere))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_SEEN));
        assertThatThrownBy(() -> export(round.officer))
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_ALLOWED));
    }

    @Test
    void holdsDataCodeBookMethodsAndTheSeedThatGivesTheSameDraw() throws IOException {
        round.does(() -> round.bean(Allotting.class).draw(round.id));

        Map<String, byte[]> files = unzip(export(evaluator));

        assertThat(files.keySet())
                .contains(
                        "README.md",
                        "units.csv",
                        "covariates.csv",
                        "basis.txt",
                        "plan-1.txt",
                        "list.csv",
                        "methods/draw.md");
        assertThat(Utf8.sha256(files.get("basis.txt"))).isEqualTo(round.basis().checksum());
        String book = new String(files.get("README.md"), StandardCharsets.UTF_8);
        String seed = book.replaceAll("(?s).*- seed: ([0-9a-f]{64}).*", "$1");
        Draw draw = Draw.of(DrawList.read(files.get("list.csv")), Seed.of(seed));
        String units = new String(files.get("units.csv"), StandardCharsets.UTF_8);
        assertThat(units.lines()).hasSize(61);
        assertThat(draw.pairs())
                .allSatisfy(pair -> assertThat(units)
                        .containsPattern(pair.offered() + ",.*,(OFFERED|RESERVE),")
                        .containsPattern(pair.comparison() + ",.*,(COMPARISON|RESERVE_COMPARISON),"));
    }

    @Test
    void isToldInTheLog() {
        round.does(() -> round.bean(Allotting.class).draw(round.id));
        export(evaluator);

        assertThat(round.behind()
                        .sql(
                                "select count(*) from records.audit_entry where what = 'round.exported' and organisation = ?")
                        .param(round.agency)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private long seen(String table) {
        return round.as(
                evaluator,
                () -> new TransactionTemplate(round.bean(PlatformTransactionManager.class))
                        .execute(status -> database.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single()));
    }

    private static Map<String, byte[]> unzip(byte[] file) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), zip.readAllBytes());
            }
        }
        return files;
    }
}
