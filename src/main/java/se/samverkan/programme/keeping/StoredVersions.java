package se.samverkan.programme.keeping;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import se.samverkan.programme.file.Shapes;
import se.samverkan.programme.file.Tree;
import se.samverkan.programme.file.VariantChecking.Parents;
import se.samverkan.programme.file.VariantFile.Parent;
import se.samverkan.shared.Bin;
import se.samverkan.shared.Refusal;

/** The versions of all variants, drafts and published ones, as rows. */
@Repository
class StoredVersions implements Parents {

    private static final String COLUMNS = """
            select v.variant, v.version, v.parent, v.parent_version, v.content::text as content, v.whole::text as whole,
                v.revision, v.shipped is not null as shipped, v.changed_by, v.changed_at,
                p.reason, p.published_by, p.published_at
            from programme.version v
            left join programme.publication p on p.variant = v.variant and p.version = v.version
            """;

    private final JdbcClient database;

    StoredVersions(JdbcClient database) {
        this.database = database;
    }

    /** Lets one at a time make, change or publish a version of a variant, until the transaction ends. */
    void hold(String variant) {
        database.sql("select pg_advisory_xact_lock(hashtextextended('programme.variant/' || ?, 0))")
                .param(variant)
                .query((row, n) -> 0)
                .list();
    }

    List<KeptVersion> of(String variant) {
        return database.sql(COLUMNS + " where v.variant = ? order by v.version desc")
                .param(variant)
                .query((row, n) -> version(row))
                .list();
    }

    Optional<KeptVersion> find(String variant, int version) {
        return database.sql(COLUMNS + " where v.variant = ? and v.version = ?")
                .params(variant, version)
                .query((row, n) -> version(row))
                .optional();
    }

    private static KeptVersion version(ResultSet row) throws SQLException {
        String parent = row.getString("parent");
        Timestamp published = row.getTimestamp("published_at");
        return new KeptVersion(
                row.getString("variant"),
                row.getInt("version"),
                parent == null ? Optional.empty() : Optional.of(new Parent(parent, row.getInt("parent_version"))),
                Tree.parse(row.getString("content")),
                Tree.filled(Shapes.variant(), Tree.parse(row.getString("whole"))),
                row.getInt("revision"),
                row.getBoolean("shipped"),
                row.getLong("changed_by"),
                row.getTimestamp("changed_at").toInstant(),
                published == null
                        ? Optional.empty()
                        : Optional.of(new KeptVersion.Publication(
                                row.getString("reason"), row.getLong("published_by"), published.toInstant())));
    }

    @Override
    public Optional<Map<String, Object>> published(String variant, int version) {
        return find(variant, version)
                .filter(found -> found.publication().isPresent())
                .map(KeptVersion::whole);
    }

    @Override
    public Set<String> line(String variant, int version) {
        return new LinkedHashSet<>(
                database.sql("""
                        with recursive line (variant, version) as (
                            select ?, ?
                            union
                            select v.parent, v.parent_version from programme.version v
                            join line l on l.variant = v.variant and l.version = v.version
                            where v.parent is not null)
                        select variant from line
                        """).params(variant, version).query(String.class).list());
    }

    void name(String variant, String swedish, String english) {
        database.sql("""
                        insert into programme.variant (key, name_sv, name_en, position)
                        select ?, ?, ?, coalesce(max(position), 0) + 1 from programme.variant
                        on conflict (key) do update set name_sv = excluded.name_sv, name_en = excluded.name_en
                        """)
                .params(variant, swedish, english.isBlank() ? swedish : english)
                .update();
    }

    /** A new draft, numbered after the newest version. */
    int begin(
            String variant,
            Optional<Parent> parent,
            Map<String, Object> content,
            Map<String, Object> whole,
            byte @Nullable [] shipped) {
        return database.sql("""
                        insert into programme.version (variant, version, parent, parent_version, content, whole, shipped)
                        select ?, coalesce(max(version), 0) + 1, ?, ?, ?::jsonb, ?::jsonb, ?
                        from programme.version where variant = ?
                        returning version
                        """)
                .param(variant)
                .param(parent.map(Parent::variant).orElse(null))
                .param(parent.map(Parent::version).orElse(null))
                .param(Tree.json(content))
                .param(Tree.json(whole))
                .param(shipped)
                .param(variant)
                .query(Integer.class)
                .single();
    }

    /**
     * Changes a draft.
     *
     * @throws Refusal when somebody else has changed it since that revision
     */
    void change(
            KeptVersion draft,
            int revision,
            Optional<Parent> parent,
            Map<String, Object> content,
            Map<String, Object> whole) {
        int changed = database.sql("""
                        update programme.version set parent = ?, parent_version = ?, content = ?::jsonb, whole = ?::jsonb,
                            revision = revision + 1, changed_by = access.person(), changed_at = now()
                        where variant = ? and version = ? and revision = ?
                        """)
                .param(parent.map(Parent::variant).orElse(null))
                .param(parent.map(Parent::version).orElse(null))
                .param(Tree.json(content))
                .param(Tree.json(whole))
                .param(draft.variant())
                .param(draft.version())
                .param(revision)
                .update();
        if (changed == 0) {
            throw Refusal.stale();
        }
    }

    void keepAside(KeptVersion draft, TakenAway taken) {
        database.sql("""
                        insert into programme.removed_part (variant, version, at, list, place, thing)
                        values (?, ?, ?, ?, ?, ?::jsonb)
                        """)
                .params(
                        draft.variant(),
                        draft.version(),
                        taken.at(),
                        taken.list(),
                        taken.place(),
                        Tree.json(taken.thing()))
                .update();
    }

    /** What can still be put back, the newest first. */
    List<TakenAway> takenAway(KeptVersion draft) {
        return database.sql("""
                        select id, at, list, place, thing::text as thing from programme.removed_part
                        where variant = ? and version = ? and restored_at is null
                          and removed_at > now() - make_interval(days => ?)
                        order by removed_at desc, id desc
                        """)
                .params(draft.variant(), draft.version(), (int) Bin.KEPT.toDays())
                .query((row, n) -> new TakenAway(
                        row.getLong("id"),
                        row.getString("at"),
                        row.getString("list"),
                        row.getInt("place"),
                        Tree.parse(row.getString("thing"))))
                .list();
    }

    void putBack(long taken) {
        database.sql("update programme.removed_part set restored_at = now() where id = ?")
                .param(taken)
                .update();
    }

    void remove(KeptVersion draft) {
        database.sql("delete from programme.version where variant = ? and version = ?")
                .params(draft.variant(), draft.version())
                .update();
    }

    void publish(String variant, int version, String reason) {
        database.sql("insert into programme.publication (variant, version, reason) values (?, ?, ?)")
                .params(variant, version, reason)
                .update();
    }

    /** The checksum of the newest file of a variant that came with the program. */
    Optional<String> shipped(String variant) {
        return database.sql("""
                        select shipped from programme.version where variant = ? and shipped is not null
                        order by version desc limit 1
                        """)
                .param(variant)
                .query((row, n) -> HexFormat.of().formatHex(row.getBytes(1)))
                .optional();
    }
}
