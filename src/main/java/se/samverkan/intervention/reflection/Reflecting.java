package se.samverkan.intervention.reflection;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.NamelessPath;

/** The door for participants who reflect, who are nobody here: an answer is all that is written, and leaves no trail. */
@Component
class Reflecting {

    private final JdbcClient database;

    Reflecting(JdbcClient database) {
        this.database = database;
    }

    /** What somebody with the link meets. */
    record Met(String title, String commission, String provider, LocalDate day, boolean isOpen) {}

    /** What became of an answer. */
    enum Taken {
        TAKEN,
        CLOSED,
        UNKNOWN
    }

    @Transactional(readOnly = true)
    public Optional<Met> met(String code) {
        return database.sql("select title, commission, provider, day, is_open from intervention.reflection_by_code(?)")
                .param(code)
                .query(Met.class)
                .optional();
    }

    /**
     * Takes an answer, once for each form.
     *
     * @param useful how useful it was, from 1 to 4
     * @param tries whether one will try something of it, from 1 to 4
     */
    @Transactional
    public Taken reflect(String code, UUID form, int useful, int tries, String words) {
        return Taken.valueOf(database.sql("select intervention.reflect(?, ?, ?, ?, ?)")
                .params(code, form, useful, tries, words)
                .query(String.class)
                .single());
    }

    /** Says to the filters that nobody is asked here who they are. */
    @Configuration(proxyBeanMethods = false)
    static class NamelessReflections {

        @Bean
        NamelessPath reflectionsAreNameless() {
            return new NamelessPath(ReflectingController.UNDER);
        }
    }
}
