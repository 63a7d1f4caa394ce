package se.samverkan.intervention.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to the register of providers and what they offer. Everybody who works in the programme reads what is offered; each provider
 * writes its own, entry by entry or as a file, and nobody else does.
 */
@Component
public class Catalogue {

    private static final String ENTRY = "catalogue-entry";

    private final StoredCatalogue store;
    private final Rights rights;
    private final AuditTrail trail;

    Catalogue(StoredCatalogue store, Rights rights, AuditTrail trail) {
        this.store = store;
        this.rights = rights;
        this.trail = trail;
    }

    /** The providers, by name as a Swede sorts. */
    @Transactional(readOnly = true)
    public List<ProviderView> providers() {
        rights.require(Verb.READ_CATALOGUE);
        return store.providers();
    }

    @Transactional(readOnly = true)
    public ProviderView provider(String key) {
        rights.require(Verb.READ_CATALOGUE);
        return store.provider(key)
                .filter(each ->
                        each.mine() || each.entries() > 0 || !each.sort().equals("ORGANISER"))
                .orElseThrow(Refusal::notSeen);
    }

    /** The provider, for one who writes in its catalogue. */
    @Transactional(readOnly = true)
    public ProviderView toWrite(String key) {
        ProviderView provider = provider(key);
        rights.require(Verb.EDIT_CATALOGUE, provider.id());
        return provider;
    }

    /** The entries that answer to a query, the nearest first. */
    @Transactional(readOnly = true)
    public List<EntryView> find(CatalogueQuery query, int page, int size) {
        rights.require(Verb.READ_CATALOGUE);
        return store.find(query, page, size);
    }

    /** How many entries answer to a query. */
    @Transactional(readOnly = true)
    public long count(CatalogueQuery query) {
        rights.require(Verb.READ_CATALOGUE);
        return store.count(query);
    }

    /** Those of these entries that the actor sees offered. */
    @Transactional(readOnly = true)
    public List<EntryView> entries(Collection<Long> ids) {
        rights.require(Verb.READ_CATALOGUE);
        return ids.isEmpty() ? List.of() : store.offered(ids);
    }

    @Transactional(readOnly = true)
    public EntryView entry(long id) {
        rights.require(Verb.READ_CATALOGUE);
        return store.entry(id).orElseThrow(Refusal::notSeen);
    }

    /** What a provider has written, by title as a Swede sorts. */
    @Transactional(readOnly = true)
    public List<EntryView> ofProvider(ProviderView provider) {
        rights.require(Verb.READ_CATALOGUE);
        return store.ofProvider(provider.id());
    }

    /** @return the id of the entry */
    @Transactional
    public long add(ProviderView provider, EntryDraft draft, FreeText texts) {
        rights.require(Verb.EDIT_CATALOGUE, provider.id());
        long id = unique(draft, () -> store.add(provider.id(), draft));
        trail.record(happening("added", id, provider.id(), draft)
                .changing("offered", null, draft.offered())
                .changing("number-reason", null, texts.numberReasonOrNull()));
        return id;
    }

    @Transactional
    public void change(long id, int version, EntryDraft draft, FreeText texts) {
        EntryView before = entry(id);
        rights.require(Verb.EDIT_CATALOGUE, before.provider().id());
        unique(draft, () -> {
            store.change(id, version, draft);
            return id;
        });
        trail.record(told(before, draft).changing("number-reason", null, texts.numberReasonOrNull()));
    }

    private static long unique(EntryDraft draft, java.util.function.LongSupplier deed) {
        try {
            return deed.getAsLong();
        } catch (DuplicateKeyException same) {
            throw Refusal.rule("intervention.refusal.ref-taken", draft.ref());
        }
    }

    private static Happening told(EntryView before, EntryDraft now) {
        EntryDraft was = before.offer();
        return happening("changed", before.id(), before.provider().id(), now)
                .changing("title", was.title(), now.title())
                .changing("words", was.words(), now.words())
                .changing(
                        "intervention-capacity",
                        was.capacity().toString(),
                        now.capacity().toString())
                .changing("intervention-research", was.research(), now.research())
                .changing("intervention-said", was.said(), now.said())
                .changing("offered", was.offered(), now.offered());
    }

    private static Happening happening(String what, long id, long provider, EntryDraft draft) {
        return Happening.of("catalogue.entry-" + what, new Subject(ENTRY, Long.toString(id), draft.title()), provider);
    }

    /**
     * What a file would do to the catalogue.
     *
     * @param added how many entries are new
     * @param changed how many are written anew
     * @param same how many say what is there already
     * @param untouched how many of the catalogue are not in the file, and stay as they are
     * @param seen which catalogue it was compared with
     */
    public record Outcome(int added, int changed, int same, int untouched, String seen) {}

    /** Compares a file's entries with the catalogue, and changes nothing. */
    @Transactional(readOnly = true)
    public Outcome tryOut(ProviderView provider, List<EntryDraft> entries) {
        rights.require(Verb.EDIT_CATALOGUE, provider.id());
        return outcome(byRef(provider), entries);
    }

    /**
     * Takes a file's entries in, all or none; entries that the file does not name stay as they are.
     *
     * @param seen which catalogue the file was compared with; refused where it is another by now
     */
    @Transactional
    public Outcome takeIn(ProviderView provider, List<EntryDraft> entries, String seen) {
        rights.require(Verb.EDIT_CATALOGUE, provider.id());
        store.lock(provider.id());
        Map<String, EntryView> before = byRef(provider);
        Outcome outcome = outcome(before, entries);
        if (!outcome.seen().equals(seen)) {
            throw Refusal.rule("intervention.refusal.catalogue-changed");
        }
        entries.forEach(entry -> put(provider, before.get(entry.ref()), entry));
        trail.record(Happening.of(
                        "catalogue.taken-in", new Subject("catalogue", provider.key(), provider.name()), provider.id())
                .changing("intervention-added", null, outcome.added())
                .changing("intervention-changed", null, outcome.changed()));
        return outcome;
    }

    private void put(ProviderView provider, @org.jspecify.annotations.Nullable EntryView before, EntryDraft entry) {
        if (before == null) {
            store.add(provider.id(), entry);
        } else if (!before.offer().equals(entry)) {
            store.change(before.id(), before.version(), entry);
            trail.record(told(before, entry));
        }
    }

    private Map<String, EntryView> byRef(ProviderView provider) {
        Map<String, EntryView> entries = new HashMap<>();
        store.ofProvider(provider.id()).forEach(each -> entries.put(each.offer().ref(), each));
        return entries;
    }

    private static Outcome outcome(Map<String, EntryView> before, List<EntryDraft> entries) {
        int same = (int) entries.stream()
                .filter(each -> before.containsKey(each.ref())
                        && Objects.requireNonNull(before.get(each.ref()))
                                .offer()
                                .equals(each))
                .count();
        int added = (int)
                entries.stream().filter(each -> !before.containsKey(each.ref())).count();
        int changed = entries.size() - same - added;
        return new Outcome(added, changed, same, before.size() - same - changed, edition(before));
    }

    /** Which edition of a catalogue this is: its entries with their versions. */
    private static String edition(Map<String, EntryView> entries) {
        return Integer.toHexString(entries.values().stream()
                .map(each -> each.id() + ":" + each.version())
                .sorted()
                .collect(Collectors.joining(","))
                .hashCode());
    }
}
