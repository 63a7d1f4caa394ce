package se.samverkan.records.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.analysis.AnalysisStage;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.chain.PartDraft;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.meeting.MeetingStage;
import se.samverkan.records.retention.RetentionSource.Due;
import se.samverkan.testing.SamverkanTest;

/** What each room lets go of by its rule: working material, never what was shared, adopted or decided. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=retention")
class RoomRetentionTests {

    private static final LocalDate EVER = LocalDate.of(2999, 1, 1);

    @Autowired
    WebApplicationContext application;

    @Autowired
    List<RetentionSource> sources;

    @Autowired
    ActingAs acting;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient database;

    private RetentionSource source(String kind) {
        return sources.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    private List<String> due(long person, String kind) {
        return acting.person(
                person,
                () -> transactions.execute(status ->
                        source(kind).due(EVER, 10_000).stream().map(Due::item).toList()));
    }

    private void dispose(long person, String kind, long item) {
        acting.person(person, () -> {
            transactions.executeWithoutResult(status -> source(kind).dispose(List.of(Long.toString(item))));
            return true;
        });
    }

    @Test
    void everyKindHasARuleAndWhatHasNoSourceIsKeptForEver() {
        AnalysisStage stage = new AnalysisStage(application);
        JdbcClient behind = stage.running.cast.behind();

        List<String> ruled = behind.sql("select kind from records.retention_rule where kind <> 'notes'")
                .query(String.class)
                .list();
        assertThat(ruled)
                .containsAll(sources.stream().map(RetentionSource::kind).toList());
        assertThat(behind.sql("select kind from records.retention_rule where years is not null and kind <> 'notes'")
                        .query(String.class)
                        .list())
                .allMatch(kind -> sources.stream().anyMatch(each -> each.kind().equals(kind)));
    }

    @Test
    void ofAMeetingGoesWhatWasNeverSharedOnceItIsClosed() {
        MeetingStage stage = new MeetingStage(application);
        long archivist = stage.stage.cast.player("Arkivarie", Role.ARCHIVIST, null);
        long meeting = stage.meeting("Vad ser vi?", 3);
        stage.writes(stage.facilitator, meeting, "OWN", "Min egen tanke");
        stage.writes(stage.facilitator, meeting, "DRAFT", "Ett utkast");
        long shared = stage.writes(stage.facilitator, meeting, "SHARED", "Det vi kom fram till");
        stage.sends(
                stage.facilitator,
                "/meetings/" + meeting + "/paragraphs/" + shared,
                "paragraph-words",
                "Det vi sa",
                "kind",
                "NOTE");
        assertThat(due(archivist, "meeting-working-notes")).doesNotContain(Long.toString(meeting));
        stage.behind()
                .sql("update meeting.meeting set standing = 'CLOSED' where id = ?")
                .param(meeting)
                .update();

        assertThat(due(archivist, "meeting-working-notes")).contains(Long.toString(meeting));
        assertThat(due(stage.stage.officer, "meeting-working-notes")).isEmpty();
        dispose(stage.stage.officer, "meeting-working-notes", meeting);
        assertThat(paragraphs(stage, meeting)).hasSize(3);

        dispose(archivist, "meeting-working-notes", meeting);

        assertThat(paragraphs(stage, meeting)).containsExactly("Det vi sa");
        assertThat(stage.behind()
                        .sql("select count(*) from meeting.paragraph_text where paragraph = ?")
                        .param(shared)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(due(archivist, "meeting-working-notes")).doesNotContain(Long.toString(meeting));
        assertThatThrownBy(() -> stage.behind()
                        .sql("delete from meeting.paragraph where id = ?")
                        .param(shared)
                        .update())
                .as("closed it is still")
                .isInstanceOf(DataAccessException.class);
    }

    private static List<String> paragraphs(MeetingStage stage, long meeting) {
        return stage.behind().sql("""
                        select w.words from meeting.paragraph p join meeting.paragraph_words w on w.paragraph = p.id
                        where p.meeting = ? order by p.id
                        """).param(meeting).query(String.class).list();
    }

    @Test
    void ofAnAnalysisGoesWhatWasReplacedOrRemoved() {
        AnalysisStage stage = new AnalysisStage(application);
        JdbcClient behind = stage.running.cast.behind();
        long archivist = stage.running.cast.player("Arkivarie", Role.ARCHIVIST, null);
        long id = stage.begun();
        long stays = stage.problem(id, "Fler når inte målen");
        long goes = stage.add(id, new PartDraft(PartKind.PROBLEM, "", "", "", "Borttaget", "Med ord", ""), 0);
        stage.does(
                stage.member,
                () -> stage.bean(Chains.class)
                        .change(id, stays, 0, new PartDraft(PartKind.PROBLEM, "", "", "", "Nytt", "", "")));
        stage.does(stage.member, () -> stage.bean(Chains.class).remove(id, goes));
        behind.sql("update analysis.part set removed_at = now() - interval '40 days' where id = ?")
                .param(goes)
                .update();

        assertThat(due(archivist, "analysis-working-texts")).contains(Long.toString(id));
        assertThat(due(stage.member, "analysis-working-texts")).isEmpty();
        dispose(archivist, "analysis-working-texts", id);

        assertThat(behind.sql("select title from analysis.part where analysis = ? order by id")
                        .param(id)
                        .query(String.class)
                        .list())
                .containsExactly("Nytt", "–");
        assertThat(behind.sql("""
                                select (select count(*) from analysis.kept_text where part in (:stays, :goes))
                                    + (select count(*) from analysis.part_words where part = :goes)
                                """)
                        .param("stays", stays)
                        .param("goes", goes)
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(due(archivist, "analysis-working-texts")).doesNotContain(Long.toString(id));
    }

    @Test
    void ofAPlanGoesWhatWasReplacedOrRemoved() {
        AnalysisStage stage = new AnalysisStage(application);
        JdbcClient behind = stage.running.cast.behind();
        long archivist = stage.running.cast.player("Arkivarie", Role.ARCHIVIST, null);
        long plan = behind.sql("""
                        insert into actionplan.plan (partnership, agency, organiser, unit, level, made_by)
                        values (?, ?, ?, ?, 'SCHOOL', ?) returning id
                        """)
                .params(stage.running.id, stage.running.agency, stage.running.organiser, stage.unit, stage.member)
                .query(Long.class)
                .single();
        long part = behind.sql("""
                        insert into actionplan.part (plan, kind, number, title, words, made_by, changed_by, removed_at)
                        values (?, 'AREA', 1, 'Borttaget', 'Med ord', ?, ?, now() - interval '40 days') returning id
                        """)
                .params(plan, stage.member, stage.member)
                .query(Long.class)
                .single();

        assertThat(due(archivist, "plan-working-texts")).contains(Long.toString(plan));
        dispose(archivist, "plan-working-texts", plan);

        assertThat(behind.sql("select title || words from actionplan.part where id = ?")
                        .param(part)
                        .query(String.class)
                        .single())
                .isEqualTo("–");
        assertThat(due(archivist, "plan-working-texts")).doesNotContain(Long.toString(plan));
    }

    @Test
    void ofAnIdeaRoundGoTheIdeasAndNotTheGroups() {
        AnalysisStage stage = new AnalysisStage(application);
        JdbcClient behind = stage.running.cast.behind();
        long archivist = stage.running.cast.player("Arkivarie", Role.ARCHIVIST, null);
        long round = behind.sql("""
                        insert into survey.idea_round (partnership, owner_organisation, organiser, unit, question, votes, code,
                            standing, made_by)
                        values (?, ?, ?, ?, 'Vad gör vi?', 3, translate(left(md5(gen_random_uuid()::text), 8), '01', 'xy'),
                            'CLOSED', ?) returning id
                        """)
                .params(
                        stage.running.id,
                        stage.running.organiser,
                        stage.running.organiser,
                        stage.unit,
                        stage.running.headTeacher)
                .query(Long.class)
                .single();
        behind.sql("insert into survey.idea_group (round, name) values (?, 'Lugn')")
                .param(round)
                .update();
        behind.sql("insert into survey.idea (id, round, words) values (gen_random_uuid(), ?, 'Färre avbrott')")
                .param(round)
                .update();

        assertThat(due(archivist, "ideas")).contains(Long.toString(round));
        dispose(archivist, "ideas", round);

        assertThat(due(archivist, "ideas")).doesNotContain(Long.toString(round));
        assertThat(behind.sql("select count(*) from survey.idea_group where round = ?")
                        .param(round)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void ofDocumentsGoDraftsOnlyWithTheirFiles() {
        AnalysisStage stage = new AnalysisStage(application);
        JdbcClient behind = stage.running.cast.behind();
        long archivist = stage.running.cast.player("Arkivarie", Role.ARCHIVIST, null);
        long draft = document(stage);
        long adopted = document(stage);
        behind.sql("""
                        insert into records.adoption (document, version, decider, mandate, reference, decided_on, recorded_by)
                        values (?, 1, 'Nämnden', 'BOARD', '§ 12', '2026-01-10', ?)
                        """).params(adopted, stage.member).update();

        assertThat(due(archivist, "document-drafts"))
                .contains(Long.toString(draft))
                .doesNotContain(Long.toString(adopted));
        dispose(archivist, "document-drafts", draft);
        dispose(archivist, "document-drafts", adopted);

        assertThat(behind.sql("select id from records.document where id in (?, ?)")
                        .params(draft, adopted)
                        .query(Long.class)
                        .list())
                .containsExactly(adopted);
        assertThat(behind.sql("select count(*) from records.file where name = ?")
                        .param("utkast-" + draft + ".txt")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThatThrownBy(() -> behind.sql("delete from records.document_version where document = ?")
                        .param(adopted)
                        .update())
                .isInstanceOf(DataAccessException.class);
    }

    private static long document(AnalysisStage stage) {
        JdbcClient behind = stage.running.cast.behind();
        long document = behind.sql("""
                        insert into records.document (kind, language, owner_organisation, made_by)
                        values ('trial', 'sv', ?, ?) returning id
                        """)
                .params(stage.running.organiser, stage.member)
                .query(Long.class)
                .single();
        behind.sql("insert into records.document_version (document, number, title, made_by) values (?, 1, 'Utkast', ?)")
                .params(document, stage.member)
                .update();
        behind.sql("""
                        with kept as (
                            insert into records.file (name, media_type, size, checksum, scan, cleaned, made_by, attached_at)
                            values ('utkast-' || :document || '.txt', 'text/plain', 1, sha256('x'), 'NOT_SCANNED', false, :person,
                                now()) returning id
                        ), parted as (
                            insert into records.file_part select id, 0, 'x' from kept)
                        insert into records.document_file (document, version, part, file) select :document, 1, 'CONTENT', id from kept
                        """)
                .param("document", document)
                .param("person", stage.member)
                .update();
        return document;
    }
}
