package se.samverkan.reporting.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.partnership.CaseStage;
import se.samverkan.statistics.disclosure.CountedTable;
import se.samverkan.statistics.disclosure.Masking;
import se.samverkan.statistics.disclosure.Place;
import se.samverkan.testing.SamverkanTest;

/** Management reads sums of what it may read no case of; nothing in them tells of one organiser or unit. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=programme-report")
class AggregateTests {

    @Autowired
    WebApplicationContext application;

    private CaseStage stage;
    private long management;

    @BeforeEach
    void people() {
        stage = new CaseStage(application);
        management = stage.cast.player("Lena Ledning", Role.MANAGEMENT, stage.office);
    }

    private Aggregate aggregate(long person) {
        return stage.as(person, () -> stage.bean(Aggregates.class).of(stage.office, CaseStage.VARIANT));
    }

    private Map<Topic, CountedTable> counted(long person) {
        Aggregates aggregates = stage.bean(Aggregates.class);
        return stage.as(person, () -> aggregates.counted(aggregates.programme(stage.office, CaseStage.VARIANT)));
    }

    private MockHttpServletResponse asks(long person, String path) {
        return stage.asks(person, MockMvcRequestBuilders.get(path));
    }

    private String here() {
        return "/aggregates/" + stage.office + "/" + CaseStage.VARIANT;
    }

    @Test
    void countsEveryTopicThatThereIsSomethingOf() {
        ManyCases.fill(stage, 60);
        Aggregate aggregate = aggregate(management);
        assertThat(aggregate.tables()).containsOnlyKeys(Topic.values());
        assertThat(aggregate.table(Topic.ORGANISERS).at(new Place(Place.ALL, Place.ALL)))
                .hasValue(60);
        assertThat(aggregate
                        .table(Topic.UNITS)
                        .at(new Place(Place.ALL, Place.ALL))
                        .orElseThrow())
                .isBetween(200d, 240d);
        assertThat(aggregate
                        .table(Topic.REASONS)
                        .at(new Place(Place.ALL, Place.ALL))
                        .orElseThrow())
                .isBetween(20d, 30d);
    }

    @Test
    void givesNoMaskedNumberAwayInAnyTable() {
        ManyCases.fill(stage, 25);
        Map<Topic, CountedTable> counted = counted(management);
        Aggregate aggregate = aggregate(management);
        assertThat(aggregate.table(Topic.UNITS).hidden()).isNotEmpty();
        counted.forEach((topic, table) -> assertThat(new Masking(table, topic.rule())
                        .findings(aggregate.table(topic).hidden().keySet()))
                .isEmpty());
    }

    @Test
    void showsNothingOfTwoPartnerships() {
        ManyCases.fill(stage, 2);
        assertThat(aggregate(management).table(Topic.MONEY).isBare()).isTrue();
        assertThat(CaseStage.text(asks(management, here())))
                .doesNotContain("Skola 1")
                .doesNotContain("200 000");
    }

    @Test
    void countsNoDraft() {
        ManyCases.fill(stage, 10);
        double before = counted(management)
                .get(Topic.CAUSES)
                .at(new Place(Place.ALL, Place.ALL))
                .value();
        stage.cast
                .behind()
                .sql("""
                        insert into analysis.part (analysis, kind, sort, level, title, made_by, changed_by, made_at)
                        select a.id, 'CAUSE', 'TEACHING', 'TEACHING', 'Nytt', ?, ?, now() + interval '1 hour'
                        from analysis.analysis a where a.agency = ?
                        """)
                .params(stage.officer, stage.officer, stage.office)
                .update();
        double after = counted(management)
                .get(Topic.CAUSES)
                .at(new Place(Place.ALL, Place.ALL))
                .value();
        assertThat(after).isEqualTo(before).isPositive();
    }

    @Test
    void isUnseenFromAnotherOfficeAndRefusedToATeacher() {
        ManyCases.fill(stage, 5);
        assertThat(asks(stage.stranger, here()).getStatus()).isEqualTo(404);
        assertThat(asks(stage.headTeacher, here()).getStatus()).isEqualTo(403);
    }

    @Test
    void letsNobodyCountOthersCasesThroughTheDatabase() {
        ManyCases.fill(stage, 5);
        List<Long> cases = stage.cast
                .behind()
                .sql("select id from partnership.partnership where owner_organisation = ?")
                .param(stage.office)
                .query(Long.class)
                .list();
        var transactions = stage.bean(org.springframework.transaction.support.TransactionTemplate.class);
        var database = stage.bean(org.springframework.jdbc.core.simple.JdbcClient.class);
        Long counted = stage.as(
                stage.stranger,
                () -> transactions.execute(
                        ignored -> database.sql("select count(*) from analysis.tallies(?) t where t.value > 0")
                                .param(cases.toArray(Long[]::new))
                                .query(Long.class)
                                .single()));
        assertThat(counted).isZero();
    }

    @Test
    void isReadByTheResearcherOfACaseOfTheOffice() {
        ManyCases.fill(stage, 10);
        long researcher = stage.cast.person("Frida Forskare", null);
        stage.cast.behind().sql("""
                        insert into access.assignment (person, role, partnership, valid_from)
                        select ?, 'RESEARCHER', min(id), '2020-01-01' from partnership.partnership where owner_organisation = ?
                        """).params(researcher, stage.office).update();
        assertThat(asks(researcher, here()).getStatus()).isEqualTo(200);
    }

    @Test
    void drawsTheChainFromCausesToSignsAndTellsTheSameAsAList() {
        ManyCases.fill(stage, 25);
        String page = CaseStage.text(asks(management, here() + "/theory"));
        assertThat(page).contains("<svg").contains("Insatser mot dem").contains("Hur långt de har kommit");
        assertThat(page.split("Hur undervisningen görs", -1)).hasSize(5);
    }

    @Test
    void sortsByAColumnAndKeepsWhatIsMaskedLast() {
        ManyCases.fill(stage, 60);
        String page = CaseStage.text(asks(management, here() + "?by=reasons.SCHOOL"));
        assertThat(page).contains("aria-sort=\"descending\"");
    }

    @Test
    void isTakenAwayAsCsvAndWorkbookWithTheSameMasking() {
        ManyCases.fill(stage, 25);
        MockHttpServletResponse csv = asks(management, here() + "/units.csv");
        assertThat(CaseStage.text(csv)).contains("prickad").contains("Län 30");
        assertThat(asks(management, here() + "/units.xlsx").getStatus()).isEqualTo(200);
        assertThat(asks(management, here() + "/nonsense.csv").getStatus()).isEqualTo(404);
    }
}
