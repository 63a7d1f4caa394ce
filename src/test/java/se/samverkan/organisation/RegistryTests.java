package se.samverkan.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.SamverkanTest;

@SamverkanTest
class RegistryTests {

    @Autowired
    Registry registry;

    private static final LocalDate OPENED = LocalDate.of(2024, 8, 15);
    private static final LocalDate CLOSED = LocalDate.of(2026, 6, 30);

    @Autowired
    Directory directory;

    @Autowired
    Particulars particulars;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient database;

    @BeforeEach
    void twoMunicipalities() {
        in(() -> registry.acceptMunicipalities(List.of(
                new MunicipalityFacts("2391", "Åre", "Jämtlands län"),
                new MunicipalityFacts("1892", "Örebro", "Örebro län"))));
    }

    @Test
    void givesEveryOrganiserALevelOfItsOwn() {
        in(() -> registry.acceptOrganisers(List.of(municipal("2120000001", "Åre kommun", "2391"))));

        UnitView level = directory.unit("H2120000001").orElseThrow();
        assertThat(level.kind()).isEqualTo("ORGANISER");
        assertThat(level.municipality().name()).isEqualTo("Åre");
        assertThat(directory.unitsOfOrganiser(level.organiser().id())).isEmpty();
    }

    @Test
    void neverPutsASoleTradersNumberInAnAddress() {
        in(() -> registry.acceptOrganisers(List.of(
                new OrganiserFacts("7001010000", "Enskild firma Solrosen", "INDEPENDENT", null, false, "PRESCHOOLS"))));

        OrganiserView found = directory.organisers().stream()
                .filter(o -> o.name().equals("Enskild firma Solrosen"))
                .findFirst()
                .orElseThrow();
        assertThat(found.key()).doesNotContain("7001010000").matches("[a-z]{12}");
        assertThat(found.number()).isNull();
        assertThat(directory.organiser("7001010000")).isEmpty();
        assertThat(database.sql("select count(*) from organisation.search_entry where words::text like '%7001010000%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void takesTheNumberOfAnOrganiserThatWasKnownByName() {
        in(() -> registry.acceptOrganisers(List.of(municipal(null, "Skolföreningen Nyckeln", "2391"))));
        in(() -> registry.acceptOrganisers(List.of(municipal("8020000001", "Skolföreningen Nyckeln", "2391"))));

        assertThat(directory.organiser("8020000001")).isPresent();
        assertThat(directory.organisers().stream().filter(o -> o.name().equals("Skolföreningen Nyckeln")))
                .hasSize(1);
    }

    @Test
    void keepsTheHistoryOfAUnitThatIsRenamedAndMoved() {
        in(() -> registry.acceptOrganisers(List.of(
                municipal("2120000002", "Åre kommun två", "2391"), municipal("2120000003", "Örebro kommun", "1892"))));
        in(() -> registry.acceptUnits(List.of(school("10000001", "Fjällskolan", "2120000002", "2391"))));
        long id = directory.unit("10000001").orElseThrow().id();
        asIfItWasThen(id);

        var accepted =
                in(() -> registry.acceptUnits(List.of(school("10000001", "Fjällbyskolan", "2120000003", "1892"))));

        assertThat(accepted).isEqualTo(new Registry.Accepted(0, 1));
        assertThat(database.sql("select name from organisation.unit_history where unit = ? order by valid_from")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("Fjällskolan", "Fjällbyskolan");
        assertThat(database.sql("select count(*) from organisation.unit_history where unit = ? and valid_to is null")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void countsNothingAsChangedWhenASourceSaysTheSameAgain() {
        in(() -> registry.acceptOrganisers(List.of(municipal("2120000004", "Kommun fyra", "2391"))));
        var facts = List.of(school("10000004", "Likadana skolan", "2120000004", "2391"));
        in(() -> registry.acceptUnits(facts));

        assertThat(in(() -> registry.acceptUnits(facts))).isEqualTo(new Registry.Accepted(0, 0));
        assertThat(directory.unit("10000004").orElseThrow().forms())
                .containsExactly(
                        new UnitView.FormView("PRESCHOOL_CLASS", List.of("F")),
                        new UnitView.FormView("COMPULSORY", List.of("1", "2", "9", "10")));
    }

    @Test
    void keepsWhenAUnitOpenedAndClosedAndOfWhichKindItIs() {
        in(() -> registry.acceptOrganisers(List.of(municipal("2120000008", "Kommun åtta", "2391"))));
        UnitFacts told = school("10000008", "Världens skola", "2120000008", "2391");
        in(() -> registry.acceptUnits(List.of(told.telling(OPENED, CLOSED, true))));

        UnitView unit = directory.unit("10000008").orElseThrow();
        assertThat(unit.opened()).isEqualTo(OPENED);
        assertThat(unit.closed()).isEqualTo(CLOSED);
        assertThat(unit.international()).isTrue();
    }

    @Test
    void takesBackADayOfClosingButForgetsNothingThatASourceIsSilentOf() {
        in(() -> registry.acceptOrganisers(List.of(municipal("2120000009", "Kommun nio", "2391"))));
        UnitFacts told = school("10000009", "Ångrade skolan", "2120000009", "2391");
        in(() -> registry.acceptUnits(List.of(told.telling(OPENED, CLOSED, true))));

        in(() -> registry.acceptUnits(List.of(told)));

        UnitView unit = directory.unit("10000009").orElseThrow();
        assertThat(unit.closed()).isNull();
        assertThat(unit.opened()).isEqualTo(OPENED);
        assertThat(unit.international()).isTrue();
    }

    @Test
    void keepsInTheHistoryThatAUnitBecameInternational() {
        in(() -> registry.acceptOrganisers(List.of(municipal("2120000010", "Kommun tio", "2391"))));
        UnitFacts told = school("10000010", "Språkskolan", "2120000010", "2391");
        in(() -> registry.acceptUnits(List.of(told)));
        long id = directory.unit("10000010").orElseThrow().id();
        asIfItWasThen(id);

        in(() -> registry.acceptUnits(List.of(told.telling(null, null, true))));

        assertThat(particulars.history(id))
                .extracting(Particulars.Stretch::international)
                .containsExactly(true, false);
    }

    @Test
    void anExportFileDoesNotOverrideTheRegister() {
        in(() -> registry.acceptOrganisers(List.of(municipal("2120000005", "Kommun fem", "2391"))));
        in(() -> registry.acceptUnits(List.of(school("10000005", "Nya namnet", "2120000005", "2391"))));
        UnitFacts old = new UnitFacts(
                "10000005",
                "10000005",
                "SCHOOL",
                "Gamla namnet",
                "2120000005",
                "",
                "2391",
                null,
                null,
                null,
                null,
                "Storgatan 1",
                null,
                null,
                "EXPORT");

        in(() -> registry.acceptUnits(List.of(old)));

        assertThat(directory.unit("10000005").orElseThrow().name()).isEqualTo("Nya namnet");
        assertThat(database.sql("select address from organisation.unit where key = '10000005'")
                        .query(String.class)
                        .single())
                .isEqualTo("Storgatan 1");
    }

    @Test
    void refusesAUnitWhoseOrganiserIsUnknownAndNamesBoth() {
        assertThatThrownBy(() -> in(() ->
                        registry.acceptUnits(List.of(school("10000006", "Herrelösa skolan", "2129999999", "2391")))))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("Herrelösa skolan");
    }

    @Test
    void sortsUnitsAsASwedeDoes() {
        in(() -> registry.acceptOrganisers(List.of(municipal("2120000007", "Kommun sju", "1892"))));
        in(() -> registry.acceptUnits(List.of(
                school("10000071", "Östra skolan", "2120000007", "1892"),
                school("10000072", "Ängsskolan", "2120000007", "1892"),
                school("10000073", "Zetaskolan", "2120000007", "1892"),
                school("10000074", "Ådalsskolan", "2120000007", "1892"),
                school("10000075", "Alskolan", "2120000007", "1892"))));

        assertThat(directory
                        .search(new Directory.UnitQuery(null, null, "2120000007", null), 0, 10)
                        .units())
                .extracting(UnitView::name)
                .containsExactly("Alskolan", "Zetaskolan", "Ådalsskolan", "Ängsskolan", "Östra skolan");
    }

    @Test
    void remembersWhichMunicipalitiesResembleOneAnother() {
        in(() -> registry.acceptLikeness("KOLADA_SCHOOL", 2024, Map.of("2391", List.of("1892"))));

        assertThat(directory.similarMunicipalities("2391").get("KOLADA_SCHOOL"))
                .extracting(MunicipalityView::name)
                .containsExactly("Örebro");
    }

    private void asIfItWasThen(long unit) {
        database.sql("update organisation.unit_history set valid_from = valid_from - 30 where unit = ?")
                .param(unit)
                .update();
    }

    private static OrganiserFacts municipal(@Nullable String number, String name, String municipality) {
        return new OrganiserFacts(number, name, "MUNICIPAL", municipality, false, "REGISTER");
    }

    private static UnitFacts school(String code, String name, String organiser, String municipality) {
        return new UnitFacts(
                code,
                code,
                "SCHOOL",
                name,
                organiser,
                "",
                municipality,
                Map.of("COMPULSORY", Set.of("10", "9", "1", "2"), "PRESCHOOL_CLASS", Set.of("F")),
                "ACTIVE",
                false,
                null,
                null,
                null,
                null,
                "REGISTER");
    }

    private void in(Runnable deed) {
        transaction.executeWithoutResult(status -> deed.run());
    }

    private Registry.Accepted in(java.util.function.Supplier<Registry.Accepted> deed) {
        Registry.Accepted accepted = transaction.execute(status -> deed.get());
        assertThat(accepted).isNotNull();
        return accepted;
    }
}
