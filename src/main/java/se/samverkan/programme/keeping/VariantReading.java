package se.samverkan.programme.keeping;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.programme.file.VariantFile.Parent;
import se.samverkan.shared.Refusal;

/** What everybody who is signed in may read of the variants: those that are published, and for their keepers the drafts. */
@Component
public class VariantReading {

    private final StoredVersions versions;
    private final JdbcClient database;

    VariantReading(StoredVersions versions, JdbcClient database) {
        this.versions = versions;
        this.database = database;
    }

    /**
     * A variant in the list.
     *
     * @param newest its newest published version, or 0
     * @param published how many versions are published
     * @param draft whether there is a draft that the reader may see
     * @param parent what the newest version inherits from, as its key; empty where nothing
     * @param shipped whether it came with the program
     */
    public record Listed(
            String key,
            String swedish,
            String english,
            int newest,
            int published,
            boolean draft,
            String parent,
            boolean shipped) {

        public String name(Locale locale) {
            return locale.getLanguage().equals("en") ? english : swedish;
        }
    }

    /** Every variant that the reader may see, the shipped ones first. */
    @Transactional(readOnly = true)
    public List<Listed> all() {
        requireSignedIn();
        return database.sql("""
                        select v.key, v.name_sv as swedish, v.name_en as english,
                            coalesce(max(n.version) filter (where p.variant is not null), 0) as newest,
                            count(p.variant) as published,
                            coalesce(bool_or(n.version is not null and p.variant is null), false) as draft,
                            coalesce((array_agg(n.parent order by n.version desc))[1], '') as parent,
                            coalesce(bool_or(n.shipped is not null), false) as shipped
                        from programme.variant v
                        join programme.version n on n.variant = v.key
                        left join programme.publication p on p.variant = n.variant and p.version = n.version
                        group by v.key order by v.position, v.name_sv collate "sv-SE-x-icu"
                        """).query(Listed.class).list();
    }

    @Transactional(readOnly = true)
    public Listed listed(String key) {
        return all().stream().filter(each -> each.key().equals(key)).findFirst().orElseThrow(Refusal::notSeen);
    }

    /** The published versions, the newest first. */
    @Transactional(readOnly = true)
    public List<KeptVersion> published(String key) {
        requireSignedIn();
        List<KeptVersion> all =
                versions.of(key).stream().filter(each -> !each.isDraft()).toList();
        if (all.isEmpty()) {
            throw Refusal.notSeen();
        }
        return all;
    }

    @Transactional(readOnly = true)
    public KeptVersion published(String key, int version) {
        requireSignedIn();
        return versions.find(key, version).filter(each -> !each.isDraft()).orElseThrow(Refusal::notSeen);
    }

    /** The filled tree of what a version inherits from. */
    @Transactional(readOnly = true)
    public Optional<Map<String, Object>> parent(KeptVersion version) {
        return version.parent().flatMap(from -> versions.published(from.variant(), from.version()));
    }

    /** The newest version of what a version inherits from, where it is newer than that. */
    @Transactional(readOnly = true)
    public Optional<KeptVersion> newerParent(KeptVersion version) {
        return version.parent().flatMap(this::newerThan);
    }

    private Optional<KeptVersion> newerThan(Parent from) {
        return versions.of(from.variant()).stream()
                .filter(each -> !each.isDraft() && each.version() > from.version())
                .findFirst();
    }

    /** @throws Refusal when nobody is signed in */
    public void requireSignedIn() {
        if (!Actor.current().isSignedIn()) {
            throw Refusal.notAllowed("refusal.sign-in");
        }
    }
}
