package se.samverkan.programme.keeping;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import se.samverkan.programme.VariantView;
import se.samverkan.programme.Variants;
import se.samverkan.programme.file.Shapes;
import se.samverkan.programme.file.Tree;
import se.samverkan.programme.variant.Variant;

/** The published variants. A version that has been read is kept, since it never changes. */
@Component
class StoredVariants implements Variants {

    private record Version(String key, int number) {}

    private final JdbcClient database;
    private final Map<Version, Variant> kept = new ConcurrentHashMap<>();

    StoredVariants(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<VariantView> all() {
        return database.sql("""
                        select v.key, v.name_sv as swedish, v.name_en as english, p.newest
                        from programme.variant v
                        join (select variant, max(version) as newest from programme.publication group by variant) p
                            on p.variant = v.key
                        order by position, name_sv collate "sv-SE-x-icu"
                        """).query(VariantView.class).list();
    }

    @Override
    public Optional<VariantView> find(String key) {
        return all().stream().filter(variant -> variant.key().equals(key)).findFirst();
    }

    @Override
    public Optional<Integer> newest(String key) {
        return database.sql("select version from programme.publication where variant = ? order by version desc limit 1")
                .param(key)
                .query(Integer.class)
                .optional();
    }

    @Override
    public Optional<Variant> read(String key, int version) {
        Version wanted = new Version(key, version);
        Variant known = kept.get(wanted);
        if (known != null) {
            return Optional.of(known);
        }
        Optional<Variant> found = database.sql("""
                        select v.whole::text from programme.version v
                        join programme.publication p on p.variant = v.variant and p.version = v.version
                        where v.variant = ? and v.version = ?
                        """)
                .params(key, version)
                .query(String.class)
                .optional()
                .map(json -> Tree.variant(Tree.filled(Shapes.variant(), Tree.parse(json))));
        found.ifPresent(variant -> kept.put(wanted, variant));
        return found;
    }
}
