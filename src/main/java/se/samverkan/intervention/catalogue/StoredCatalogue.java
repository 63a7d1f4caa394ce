package se.samverkan.intervention.catalogue;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import se.samverkan.organisation.search.TextIndex;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;

/** Providers and the entries of their catalogues in the database, as row-level security lets the actor see them. */
@Repository
class StoredCatalogue {

    private static final String PROVIDER = """
            o.id as provider, o.key as provider_key, o.name as provider_name,
            case o.kind when 'PROVIDER' then o.provider_kind else o.kind end as provider_sort,
            o.id = any ((select access.organisations_for('EDIT_CATALOGUE'))::bigint[])
                or (select access.everywhere('EDIT_CATALOGUE')) as mine
            """;

    private static final String WANTED = """
            (:theme = '' or :theme = any (e.themes)) and (:level = '' or :level = any (e.levels))
            and (:form = '' or e.school_forms = '{}' or :form = any (e.school_forms))
            and (:provider = '' or o.key = :provider)
            and (:asked = '' or e.heard @@ cast(:asked as tsquery))
            """;

    private final JdbcClient database;

    StoredCatalogue(JdbcClient database) {
        this.database = database;
    }

    /** Providers that are registered, organisers whose own staff offer something, and those that the actor writes for. */
    List<ProviderView> providers() {
        return database.sql("""
                        select %s, (select count(*) from intervention.entry e where e.organisation = o.id) as entries
                        from organisation.organisation o
                        where o.deleted_at is null and (o.kind = 'PROVIDER'
                            or (o.kind = 'AGENCY' and access.everywhere('EDIT_CATALOGUE'))
                            or o.id = any (access.organisations_for('EDIT_CATALOGUE'))
                            or o.id in (select e.organisation from intervention.entry e))
                        order by o.name collate "sv-SE-x-icu", o.id
                        """.formatted(PROVIDER))
                .query((row, n) -> provider(row, row.getInt("entries")))
                .list();
    }

    Optional<ProviderView> provider(String key) {
        return database.sql("""
                        select %s, (select count(*) from intervention.entry e where e.organisation = o.id) as entries
                        from organisation.organisation o where o.key = ? and o.deleted_at is null
                        """.formatted(PROVIDER))
                .param(key)
                .query((row, n) -> provider(row, row.getInt("entries")))
                .optional();
    }

    private static ProviderView provider(ResultSet row, int entries) throws SQLException {
        return new ProviderView(
                row.getLong("provider"),
                row.getString("provider_key"),
                row.getString("provider_name"),
                row.getString("provider_sort"),
                entries,
                row.getBoolean("mine"));
    }

    List<EntryView> find(CatalogueQuery query, int page, int size) {
        return asked(query, "e.*, " + PROVIDER, """
                        order by ts_rank(e.heard, cast(:asked as tsquery)) desc, e.title collate "sv-SE-x-icu", e.id limit :most offset :skip
                        """)
                .param("most", size)
                .param("skip", (long) (page - 1) * size)
                .query((row, n) -> entry(row))
                .list();
    }

    long count(CatalogueQuery query) {
        return asked(query, "count(*)", "").query(Long.class).single();
    }

    private StatementSpec asked(CatalogueQuery query, String what, String more) {
        return database.sql("""
                        select %s from intervention.entry e join organisation.organisation o on o.id = e.organisation
                        where %s %s
                        """.formatted(what, WANTED, more))
                .param("theme", query.theme())
                .param("level", query.level())
                .param("form", query.form())
                .param("provider", query.provider())
                .param("asked", query.asked());
    }

    Optional<EntryView> entry(long id) {
        return database.sql("""
                        select e.*, %s from intervention.entry e join organisation.organisation o on o.id = e.organisation
                        where e.id = ?
                        """.formatted(PROVIDER))
                .param(id)
                .query((row, n) -> entry(row))
                .optional();
    }

    /** What a provider has written, by its references. */
    List<EntryView> ofProvider(long provider) {
        return database.sql("""
                        select e.*, %s from intervention.entry e join organisation.organisation o on o.id = e.organisation
                        where e.organisation = ? order by e.title collate "sv-SE-x-icu", e.id
                        """.formatted(PROVIDER))
                .param(provider)
                .query((row, n) -> entry(row))
                .list();
    }

    /** Those of these that the actor sees offered. */
    List<EntryView> offered(Collection<Long> ids) {
        return database.sql("""
                        select e.*, %s from intervention.entry e join organisation.organisation o on o.id = e.organisation
                        where e.offered and e.id = any (?) order by e.id
                        """.formatted(PROVIDER))
                .param(ids.toArray(Long[]::new))
                .query((row, n) -> entry(row))
                .list();
    }

    static EntryView entry(ResultSet row) throws SQLException {
        return new EntryView(row.getLong("id"), provider(row, 0), draft(row), row.getInt("version"));
    }

    private static EntryDraft draft(ResultSet row) throws SQLException {
        return new EntryDraft(
                row.getString("ref"),
                row.getString("title"),
                Shape.valueOf(row.getString("shape")),
                set(row, "levels", ActingLevel.class),
                set(row, "themes", Theme.class),
                list(row.getArray("school_forms")),
                WorkForm.valueOf(row.getString("work")),
                row.getInt("terms"),
                hours(row),
                capacity(row),
                list(row.getArray("places")),
                row.getBoolean("remote"),
                set(row, "languages", Language.class),
                EvidenceBase.valueOf(row.getString("base")),
                row.getString("research"),
                row.getString("words"),
                row.getString("said"),
                row.getBoolean("offered"));
    }

    private static OptionalInt hours(ResultSet row) throws SQLException {
        Integer hours = row.getObject("hours", Integer.class);
        return hours == null ? OptionalInt.empty() : OptionalInt.of(hours);
    }

    private static SortedMap<Period, Integer> capacity(ResultSet row) throws SQLException {
        Integer[] terms = (Integer[]) row.getArray("capacity_terms").getArray();
        Integer[] groups = (Integer[]) row.getArray("capacity_groups").getArray();
        SortedMap<Period, Integer> capacity = new TreeMap<>();
        for (int i = 0; i < terms.length; i++) {
            capacity.put(Period.ofKey(terms[i]), groups[i]);
        }
        return capacity;
    }

    private static List<String> list(Array array) throws SQLException {
        return Arrays.asList((String[]) array.getArray());
    }

    private static <E extends Enum<E>> Set<E> set(ResultSet row, String column, Class<E> type) throws SQLException {
        Set<E> values = EnumSet.noneOf(type);
        for (String name : list(row.getArray(column))) {
            values.add(Enum.valueOf(type, name));
        }
        return values;
    }

    long add(long provider, EntryDraft draft) {
        return written(database.sql("""
                        insert into intervention.entry (organisation, ref, title, shape, levels, themes, school_forms, work,
                            terms, hours, capacity_terms, capacity_groups, places, remote, languages, base, research, words,
                            said, offered, heard)
                        values (:provider, :ref, :title, :shape, :levels, :themes, :forms, :work, :terms, :hours, :roomTerms,
                            :roomGroups, :places, :remote, :languages, :base, :research, :words, :said, :offered,
                            cast(:heard as tsvector))
                        returning id
                        """).param("provider", provider), draft)
                .query(Long.class)
                .single();
    }

    void change(long id, int version, EntryDraft draft) {
        int rows = written(database.sql("""
                        update intervention.entry set ref = :ref, title = :title, shape = :shape, levels = :levels,
                            themes = :themes, school_forms = :forms, work = :work, terms = :terms, hours = :hours,
                            capacity_terms = :roomTerms, capacity_groups = :roomGroups, places = :places, remote = :remote,
                            languages = :languages, base = :base, research = :research, words = :words, said = :said,
                            offered = :offered, heard = cast(:heard as tsvector), version = version + 1,
                            changed_by = access.person(), changed_at = now()
                        where id = :id and version = :version
                        """).param("id", id).param("version", version), draft)
                .update();
        if (rows == 0) {
            throw Refusal.stale();
        }
    }

    private static StatementSpec written(StatementSpec statement, EntryDraft draft) {
        return statement
                .param("ref", draft.ref())
                .param("title", draft.title())
                .param("shape", draft.shape().name())
                .param("levels", names(draft.levels()))
                .param("themes", names(draft.themes()))
                .param("forms", draft.schoolForms().toArray(String[]::new))
                .param("work", draft.work().name())
                .param("terms", draft.terms())
                .param("hours", orNull(draft.hours()))
                .param(
                        "roomTerms",
                        draft.capacity().keySet().stream().map(Period::key).toArray(Integer[]::new))
                .param("roomGroups", draft.capacity().values().toArray(Integer[]::new))
                .param("places", draft.places().toArray(String[]::new))
                .param("remote", draft.remote())
                .param("languages", names(draft.languages()))
                .param("base", draft.base().name())
                .param("research", draft.research())
                .param("words", draft.words())
                .param("said", draft.said())
                .param("offered", draft.offered())
                .param("heard", TextIndex.vector(draft.title(), draft.words()));
    }

    private static String[] names(Collection<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).toArray(String[]::new);
    }

    private static @Nullable Integer orNull(OptionalInt value) {
        return value.isPresent() ? value.getAsInt() : null;
    }

    /** Lets one at a time change the catalogue of a provider by file. */
    void lock(long provider) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('intervention.catalogue', ?))")
                .param(provider)
                .query(row -> {});
    }
}
