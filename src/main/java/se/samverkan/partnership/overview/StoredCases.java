package se.samverkan.partnership.overview;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.PartnershipView.CohortName;
import se.samverkan.partnership.Standing;
import se.samverkan.shared.Period;

/** The list of cases in the database: those that the actor knows of, and only they are counted. */
@Component
class StoredCases {

    private static final String FROM = """
            from partnership.cases() k
            join partnership.partnership p on p.id = k.id
            join organisation.organisation o on o.id = p.organiser
            left join partnership.cohort c on c.id = p.cohort
            where (:text = '' or lower(o.name) like :like or exists (
                    select from partnership.participation n join organisation.unit u on u.id = n.unit
                    where n.partnership = p.id and lower(u.name) like :like))
                and (:variant = '' or p.variant = :variant)
                and (:cohort = '' or p.cohort = nullif(:cohort, '')::bigint)
                and (:phase = '' or k.phase = :phase)
                and (:facilitator = 0 or p.id = any ((select partnership.facilitated(:facilitator))::bigint[]))
                and p.standing = any (:standings)
            """;

    private final JdbcClient database;

    StoredCases(JdbcClient database) {
        this.database = database;
    }

    /** The cases of one page, and how many there are. */
    record Found(List<CaseRow> rows, long total) {}

    /**
     * @param page from 1
     * @param size how many on a page
     */
    @Transactional(readOnly = true)
    public Found find(CaseQuery query, int page, int size) {
        record Counted(CaseRow row, long total) {}
        List<Counted> rows = said("""
                        select f.*, (select count(*) from partnership.participation n where n.partnership = f.id
                                and n.standing <> 'LEFT') as units
                        from (
                            select p.id, o.name as organiser, p.variant, p.variant_version, coalesce(c.name, '') as cohort,
                                p.first_term, p.standing, coalesce(k.phase, '') as phase, count(*) over () as total,
                                row_number() over (order by
                        """ + query.order().sql + ") as place " + FROM + """
                            order by place limit :size offset :skip) f
                        order by f.place
                        """, query)
                .param("size", size)
                .param("skip", (long) (page - 1) * size)
                .query((row, n) -> new Counted(row(row), row.getLong("total")))
                .list();
        return new Found(
                rows.stream().map(Counted::row).toList(),
                rows.isEmpty() ? beyond(query, page) : rows.getFirst().total());
    }

    /** How many there are where the page that is asked for has none. */
    private long beyond(CaseQuery query, int page) {
        return page == 1
                ? 0
                : said("select count(*) " + FROM, query).query(Long.class).single();
    }

    /** The only case that the actor knows of; empty where there are more, or none. */
    @Transactional(readOnly = true)
    public Optional<Long> only() {
        List<Long> two = database.sql("select id from partnership.partnership order by id limit 2")
                .query(Long.class)
                .list();
        return two.size() == 1 ? Optional.of(two.getFirst()) : Optional.empty();
    }

    /** Somebody who is a facilitator. */
    record Facilitator(long person, String name) {}

    /** The facilitators of the cases that the actor runs, by name. */
    @Transactional(readOnly = true)
    public List<Facilitator> facilitators() {
        return database.sql("select * from partnership.facilitators() order by name collate \"sv-SE-x-icu\", person")
                .query(Facilitator.class)
                .list();
    }

    /** The cohorts of the cases that the actor knows of, by name. */
    @Transactional(readOnly = true)
    public List<CohortName> cohorts() {
        return database.sql("select id, name from partnership.cohort order by name collate \"sv-SE-x-icu\", id")
                .query(CohortName.class)
                .list();
    }

    private JdbcClient.StatementSpec said(String sql, CaseQuery query) {
        String letters = query.text().toLowerCase(java.util.Locale.ROOT);
        return database.sql(sql)
                .param("text", query.text())
                .param("like", "%" + letters.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .param("variant", query.variant())
                .param("cohort", query.cohort())
                .param("phase", query.phase())
                .param("facilitator", query.facilitator().isEmpty() ? 0L : Long.parseLong(query.facilitator()))
                .param("standings", standings(query));
    }

    private static String[] standings(CaseQuery query) {
        return Arrays.stream(Standing.values())
                .filter(each -> query.standing().equals(CaseQuery.ANY)
                        || query.standing().equals(CaseQuery.LIVE) && each.isLive()
                        || query.standing().equals(each.name()))
                .map(Standing::name)
                .toArray(String[]::new);
    }

    private static CaseRow row(ResultSet row) throws SQLException {
        return new CaseRow(
                row.getLong("id"),
                row.getString("organiser"),
                row.getString("variant"),
                row.getInt("variant_version"),
                row.getString("cohort"),
                Period.ofKey(row.getInt("first_term")),
                Standing.valueOf(row.getString("standing")),
                row.getString("phase"),
                row.getInt("units"));
    }
}
