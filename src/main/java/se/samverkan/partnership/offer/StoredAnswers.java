package se.samverkan.partnership.offer;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.partnership.Standing;

/** Where answers are kept. Nothing is changed once it is written; what the answers come to is concluded by the database. */
@Component
class StoredAnswers {

    private final JdbcClient database;

    StoredAnswers(JdbcClient database) {
        this.database = database;
    }

    void add(long offeredUnit, Role role, Answer answer, Mandate mandate) {
        database.sql("""
                        insert into partnership.approval (offered_unit, role, answer, reason, words, mandate, mandate_of,
                            paragraph, mandate_day)
                        values (:unit, :role, :answer, :reason, :words, :mandate, :of, :paragraph, :day)
                        """)
                .param("unit", offeredUnit)
                .param("role", role.name())
                .param("answer", answer.yes() ? "YES" : "NO")
                .param("reason", answer.reason().map(Enum::name).orElse(""))
                .param("words", answer.words().text())
                .param("mandate", mandate.kind().map(Enum::name).orElse(""))
                .param("of", mandate.of())
                .param("paragraph", mandate.paragraph())
                .param("day", mandate.day().orElse(null))
                .update();
    }

    /** Where a unit stands when all that has been answered about it counts. */
    Standing conclude(long offeredUnit) {
        return Standing.valueOf(database.sql("select partnership.conclude(?)")
                .param(offeredUnit)
                .query(String.class)
                .single());
    }

    boolean takeBack(long offeredUnit, AnswerReason reason, String words) {
        return database.sql("select partnership.take_back_yes(?, ?, ?)")
                .params(offeredUnit, reason.name(), words)
                .query(Boolean.class)
                .single();
    }
}
