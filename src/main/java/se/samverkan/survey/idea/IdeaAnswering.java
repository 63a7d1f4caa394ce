package se.samverkan.survey.idea;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.NamelessPath;
import se.samverkan.survey.idea.IdeaRound.Standing;

/** The door for phones in an idea round, who are nobody here: an idea or a ballot is all that is written. */
@Component
class IdeaAnswering {

    private final JdbcClient database;

    IdeaAnswering(JdbcClient database) {
        this.database = database;
    }

    /** What a phone meets. */
    record Met(
            long id, String question, int votes, Standing standing, String unitName, int ideas, List<Choice> groups) {

        /** A group to vote for. */
        record Choice(long id, String name) {}
    }

    /** What became of it. */
    enum Outcome {
        TAKEN,
        CLOSED,
        UNKNOWN,
        TOO_MANY
    }

    @Transactional(readOnly = true)
    public Optional<Met> met(String code) {
        return database.sql("select id, question, votes, standing, unit_name, ideas from survey.round_by_code(?)")
                .param(code)
                .query((row, n) -> new Met(
                        row.getLong("id"),
                        row.getString("question"),
                        row.getInt("votes"),
                        Standing.valueOf(row.getString("standing")),
                        row.getString("unit_name"),
                        row.getInt("ideas"),
                        List.of()))
                .optional()
                .map(met -> new Met(
                        met.id(),
                        met.question(),
                        met.votes(),
                        met.standing(),
                        met.unitName(),
                        met.ideas(),
                        groups(code)));
    }

    private List<Met.Choice> groups(String code) {
        return database.sql("select id, name from survey.groups_by_code(?)")
                .param(code)
                .query(Met.Choice.class)
                .list();
    }

    @Transactional
    public Outcome write(String code, UUID form, String words) {
        return outcome(database.sql("select survey.write_idea(?, ?, ?)").params(code, form, words));
    }

    /** Votes once for each form, whatever it is sent again with. */
    @Transactional
    public Outcome vote(String code, UUID form, List<Long> groups) {
        return outcome(database.sql("select survey.vote(?, ?, ?)").params(code, form, groups.toArray(Long[]::new)));
    }

    private static Outcome outcome(JdbcClient.StatementSpec statement) {
        return Outcome.valueOf(statement.query(String.class).single());
    }

    /** Says to the filters that nobody is asked here who they are. */
    @Configuration(proxyBeanMethods = false)
    static class Nameless {

        @Bean
        NamelessPath ideasAreNameless() {
            return new NamelessPath(IdeaAnswerController.UNDER);
        }
    }
}
