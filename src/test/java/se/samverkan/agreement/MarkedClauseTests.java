package se.samverkan.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.agreement.text.AgreementText.Clause;
import se.samverkan.agreement.text.Agreements;
import se.samverkan.agreement.text.BeginningAgreements;
import se.samverkan.agreement.text.ClauseMarks;
import se.samverkan.records.mark.MarkDraft;
import se.samverkan.records.mark.Marks;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** A secrecy mark on a clause: who reads it then, in every copy of it, and what documents and the log say of it. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=agreement")
class MarkedClauseTests {

    private static final String SECRET = "Skolan får skydd av en namngiven vakt";

    @Autowired
    WebApplicationContext application;

    private AgreementStage stage;
    private Agreements agreements;
    private long id;
    private long colleague;

    @BeforeEach
    void aTextThatWasHandedOver() {
        stage = new AgreementStage(application, "sbs");
        agreements = stage.bean(Agreements.class);
        colleague = stage.cast.player("Kim Kollega", Role.PROGRAMME_OFFICER, stage.agency);
        id = stage.as(stage.officer, () -> stage.bean(BeginningAgreements.class).begin(stage.partnership));
        stage.does(
                stage.officer, () -> agreements.change(id, 0, text -> text.with(new Clause("guard", "Skydd", SECRET))));
        stage.does(stage.officer, () -> agreements.handOver(id, 1, AgreementStage.NOTHING));
    }

    private long kept() {
        return stage.as(stage.officer, () -> stage.bean(ClauseMarks.class).keepApart(id, "guard"));
    }

    private long mark(long... others) {
        long clause = kept();
        List<Long> people = java.util.Arrays.stream(others).boxed().toList();
        stage.does(
                stage.officer,
                () -> stage.bean(Marks.class)
                        .mark(
                                "agreement-clause",
                                clause,
                                new MarkDraft(
                                        "OSL 18 kap. 8 §",
                                        new FreeText("Rör skydd av en skola", ""),
                                        Optional.empty(),
                                        people)));
        return clause;
    }

    private String clause(long person) {
        return stage.as(
                person,
                () -> agreements
                        .agreement(id)
                        .working()
                        .orElseThrow()
                        .text()
                        .clause("guard")
                        .orElseThrow()
                        .words());
    }

    @Test
    void isKeptApartInEveryTextBeforeItIsMarkedAndReadAsBefore() {
        kept();
        assertThat(clause(stage.officer)).isEqualTo(SECRET);
        assertThat(clause(stage.director)).isEqualTo(SECRET);
        assertThat(stage.cast.behind().sql("""
                                select count(*) from (select content from agreement.working_text where agreement = ?
                                    union all select content from agreement.edition where agreement = ?) t
                                where t.content::text like '%namngiven vakt%'
                                """).params(id, id).query(Long.class).single())
                .isZero();
    }

    @Test
    void isReadOnlyByThoseWhoAreNamedOnThePageInSqlAndInTheEdition() {
        mark(stage.director);

        assertThat(clause(stage.officer)).isEqualTo(SECRET);
        assertThat(clause(stage.director)).isEqualTo(SECRET);
        assertThat(clause(colleague)).isEmpty();
        assertThat(stage.rows(colleague, "select words from agreement.clause_words where agreement = " + id))
                .isEmpty();
        assertThat(stage.page(colleague, "/agreements/" + id))
                .contains("Skydd", "OSL 18 kap. 8 §", "Rör skydd av en skola")
                .doesNotContain(SECRET);
        assertThat(stage.page(stage.director, "/agreements/" + id)).contains(SECRET);
    }

    @Test
    void saysInDocumentsThatItIsMarkedWhoeverDrawsThemUp() {
        assertThat(stage.page(stage.officer, "/agreements/" + id)).contains("/clauses/guard/keeping");
        assertThat(stage.post(stage.officer, "/agreements/" + id + "/clauses/guard/keeping", "x", "x"))
                .startsWith("/marks/agreement-clause/");
        long clause = mark();
        assertThat(stage.page(stage.officer, "/agreements/" + id)).contains("/marks/agreement-clause/" + clause);
        assertThat(stage.drawn(stage.officer, id))
                .contains("Den här paragrafen är sekretessmarkerad enligt OSL 18 kap. 8 §")
                .doesNotContain(SECRET);
    }

    @Test
    void isNeitherRewrittenRemovedNorAcceptedByThoseWhoDoNotReadIt() {
        mark();
        int version = stage.as(
                colleague,
                () -> agreements.agreement(id).working().orElseThrow().version());
        assertThat(stage.refusal(
                        colleague,
                        () -> agreements.change(id, version, text -> text.with(new Clause("guard", "Skydd", "Mitt")))))
                .isEqualTo("records.mark.refusal.read-first");
        assertThat(stage.refusal(colleague, () -> agreements.change(id, version, text -> text.without("guard"))))
                .isEqualTo("records.mark.refusal.read-first");
        assertThat(stage.refusal(stage.director, () -> agreements.accept(id, 1)))
                .isEqualTo("records.mark.refusal.read-first");
    }

    @Test
    void goesWithTheTextWhenSomebodyWhoIsShutOutHandsItOver() {
        long clause = mark(stage.director);
        stage.does(
                colleague,
                () -> agreements.change(id, 1, text -> text.with(new Clause("more", "Mer", "Mer att göra"))));
        stage.does(colleague, () -> agreements.handOver(id, 2, AgreementStage.NOTHING));

        assertThat(stage.as(
                                stage.director,
                                () -> agreements
                                        .agreement(id)
                                        .latest()
                                        .orElseThrow()
                                        .text())
                        .clause("guard"))
                .hasValueSatisfying(each -> assertThat(each.words()).isEqualTo(SECRET));
        assertThat(stage.as(
                        stage.officer,
                        () -> stage.bean(ClauseMarks.class)
                                .of(agreements
                                        .agreement(id)
                                        .latest()
                                        .orElseThrow()
                                        .text())))
                .containsOnlyKeys(clause);
        stage.does(stage.director, () -> agreements.accept(id, 2));
    }

    @Test
    void isMarkedInTheAmendmentThatComesAfter() {
        mark(stage.director);
        stage.does(stage.director, () -> agreements.accept(id, 1));
        stage.name(stage.officer, id, stage.head, Optional.empty());
        stage.name(stage.director, id, stage.director, Optional.empty());
        stage.does(
                stage.officer,
                () -> stage.bean(se.samverkan.agreement.signing.AgreementSigning.class)
                        .ask(id, 1));
        stage.sign(stage.head, id);
        stage.sign(stage.director, id);

        id = stage.as(colleague, () -> stage.bean(BeginningAgreements.class).begin(stage.partnership));

        assertThat(clause(colleague)).isEmpty();
        assertThat(clause(stage.officer)).isEqualTo(SECRET);
    }

    @Test
    void isRewrittenByThoseWhoReadItAndTheLogDoesNotRepeatIt() {
        mark();
        stage.does(
                stage.officer,
                () -> agreements.change(id, 1, text -> {
                    Clause before = text.clause("guard").orElseThrow();
                    return text.with(new Clause("guard", "Skydd", SECRET + " till juni", before.secret()));
                }));
        assertThat(clause(stage.officer)).endsWith("till juni");
        assertThat(clause(colleague)).isEmpty();
        assertThat(stage.cast
                        .behind()
                        .sql("select count(*) from records.audit_value where after like '%vakt till juni%'")
                        .query(Long.class)
                        .single())
                .isZero();
    }
}
