package se.samverkan.reporting.publication.page;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.shared.Searchable;

/**
 * Finds what has been released to the public: news, lessons and results. Nobody finds more than the public does, not even who wrote it:
 * a draft is found where it is worked with, and what was withdrawn is not found at all.
 */
@Repository
class OpenSearch implements Searchable {

    private final JdbcClient database;

    OpenSearch(JdbcClient database) {
        this.database = database;
    }

    @Override
    public String heading() {
        return "public.found";
    }

    @Override
    @Transactional(readOnly = true)
    public List<Match> find(String query, int most) {
        return database.sql("""
                        select p.id, p.kind, p.title, coalesce(u.name || ', ' || o.name, o.name) as by
                        from reporting.publication p
                        join organisation.organisation o on o.id = p.owner_organisation
                        left join organisation.unit u on u.id = p.unit
                        where p.standing = 'RELEASED' and p.kind in ('NEWS', 'LESSON', 'RESULT')
                          and p.heard @@ cast(:query as tsquery)
                        order by ts_rank(p.heard, cast(:query as tsquery)) desc, p.id desc limit :most
                        """)
                .param("query", query)
                .param("most", most)
                .query((row, n) -> new Match(
                        PublicPages.UNDER + at(row.getString("kind")) + row.getLong("id"),
                        row.getString("title"),
                        "public.found." + row.getString("kind"),
                        row.getString("by")))
                .list();
    }

    private static String at(String kind) {
        return switch (kind) {
            case "NEWS" -> "/news/";
            case "LESSON" -> "/lessons/";
            default -> "/results/";
        };
    }
}
