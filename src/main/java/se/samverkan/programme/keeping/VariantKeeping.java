package se.samverkan.programme.keeping;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.programme.file.Complaint;
import se.samverkan.programme.file.Delta;
import se.samverkan.programme.file.Difference;
import se.samverkan.programme.file.Differences;
import se.samverkan.programme.file.Inheritance;
import se.samverkan.programme.file.Known;
import se.samverkan.programme.file.Tree;
import se.samverkan.programme.file.VariantFile.Parent;
import se.samverkan.programme.file.VariantRules;
import se.samverkan.programme.variant.Text;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;

/**
 * The door for those who keep the variants: a new one, a draft of a next version, changes to it, its publication. One draft
 * of a variant at a time; what is published is never changed, and what came with the program is inherited from instead.
 */
@Component
public class VariantKeeping {

    /** What stands in addresses and in other rooms. */
    static final String KEY = "[a-z][a-z0-9-]{1,39}";

    private static final int MOST_TOLD = 20;

    private final StoredVersions versions;
    private final Knowing knowing;
    private final Rights rights;
    private final AuditTrail trail;

    VariantKeeping(StoredVersions versions, Knowing knowing, Rights rights, AuditTrail trail) {
        this.versions = versions;
        this.knowing = knowing;
        this.rights = rights;
        this.trail = trail;
    }

    /** What a new variant begins with. */
    public enum Beginning {
        EMPTY,
        COPY,
        INHERIT
    }

    public Known known() {
        return knowing.known();
    }

    public void require() {
        rights.requireEverywhere(Verb.MANAGE_VARIANTS);
    }

    public boolean mayKeep() {
        return rights.allowEverywhere(Verb.MANAGE_VARIANTS);
    }

    /** The draft of a variant. */
    @Transactional(readOnly = true)
    public KeptVersion draft(String key) {
        require();
        return findDraft(key).orElseThrow(Refusal::notSeen);
    }

    @Transactional(readOnly = true)
    public Optional<KeptVersion> findDraft(String key) {
        return versions.of(key).stream().filter(KeptVersion::isDraft).findFirst();
    }

    /**
     * Makes a new variant with a first draft.
     *
     * @param from the published version that it is a copy of, or inherits
     */
    @Transactional
    public void begin(String key, Text name, Beginning beginning, Optional<Parent> from) {
        require();
        if (!key.matches(KEY)) {
            throw Refusal.rule("programme.refusal.key");
        }
        versions.hold(key);
        if (!versions.of(key).isEmpty()) {
            throw Refusal.rule("programme.refusal.key-taken", key);
        }
        Map<String, Object> before = beginning == Beginning.EMPTY
                ? knowing.check(ShippedVariants.content("empty")).whole()
                : from.flatMap(each -> versions.published(each.variant(), each.version()))
                        .orElseThrow(() -> Refusal.rule("programme.refusal.from"));
        Map<String, Object> whole = new HashMap<>(before);
        whole.put("key", key);
        whole.put("name", Map.of("sv", name.sv(), "en", name.en()));
        Optional<Parent> parent = beginning == Beginning.INHERIT ? from : Optional.empty();
        versions.name(key, name.sv(), name.en());
        int version = versions.begin(key, parent, own(parent, whole), whole, null);
        trail.record(happening("begun", key, name.sv())
                .changing("variant-version", null, version)
                .changing(
                        "variant-parent", null, parent.map(VariantKeeping::said).orElse(null)));
    }

    /** Begins the next version of a variant, as a draft that says what the newest one does. */
    @Transactional
    public void beginNext(String key) {
        require();
        versions.hold(key);
        List<KeptVersion> all = versions.of(key);
        KeptVersion newest = all.stream().findFirst().orElseThrow(Refusal::notSeen);
        refuseShipped(all);
        if (newest.isDraft()) {
            return;
        }
        int version = versions.begin(key, newest.parent(), newest.content(), newest.whole(), null);
        trail.record(happening("draft-begun", newest).changing("variant-version", null, version));
    }

    /**
     * Changes the draft.
     *
     * @param revision the revision that was seen; where it is older, nothing is changed
     * @param edit what becomes of the whole
     */
    @Transactional
    public void change(String key, int revision, UnaryOperator<Map<String, Object>> edit) {
        require();
        versions.hold(key);
        KeptVersion draft = draft(key);
        if (draft.revision() != revision) {
            throw Refusal.stale();
        }
        keep(draft, draft.parent(), edit.apply(draft.whole()));
    }

    /** Changes the draft as it stands now, whoever changed it last: for what the edit itself checks. */
    @Transactional
    public void changeNow(String key, UnaryOperator<Map<String, Object>> edit) {
        require();
        versions.hold(key);
        KeptVersion draft = draft(key);
        keep(draft, draft.parent(), edit.apply(draft.whole()));
    }

    /** What the draft's parent says, where it has one. */
    @Transactional(readOnly = true)
    public Optional<Map<String, Object>> inherited(KeptVersion draft) {
        return draft.parent().flatMap(parent -> versions.published(parent.variant(), parent.version()));
    }

    /** Lets the draft inherit a newer version of its parent; what it says itself stays. */
    @Transactional
    public void moveToParent(String key, int revision, int version) {
        require();
        versions.hold(key);
        KeptVersion draft = draft(key);
        Parent parent = draft.parent().orElseThrow(Refusal::notSeen);
        Map<String, Object> newer =
                versions.published(parent.variant(), version).orElseThrow(Refusal::notSeen);
        if (draft.revision() != revision) {
            throw Refusal.stale();
        }
        keep(draft, Optional.of(new Parent(parent.variant(), version)), movedTo(draft, newer));
    }

    /** What the draft would be with another version of its parent under it. */
    private static Map<String, Object> movedTo(KeptVersion draft, Map<String, Object> parent) {
        return Inheritance.whole(parent, draft.content(), lost -> {});
    }

    /** Keeps what a draft has become, and tells what differs. */
    void keep(KeptVersion draft, Optional<Parent> parent, Map<String, Object> whole) {
        Map<String, Object> before = draft.whole();
        versions.change(draft, draft.revision(), parent, own(parent, whole), whole);
        renameUnpublished(draft, whole);
        Happening happening = happening("changed", draft)
                .changing(
                        "variant-parent",
                        draft.parent().map(VariantKeeping::said).orElse(null),
                        parent.map(VariantKeeping::said).orElse(null));
        List<Difference> differences = Differences.between(before, whole);
        for (Difference each : differences.subList(0, Math.min(MOST_TOLD, differences.size()))) {
            happening = happening.changing("variant-part", said(each, each.before()), said(each, each.after()));
        }
        trail.record(happening);
    }

    /** The name of a variant that nobody can begin with yet is that of its draft. */
    private void renameUnpublished(KeptVersion draft, Map<String, Object> whole) {
        if (versions.of(draft.variant()).stream().allMatch(KeptVersion::isDraft)) {
            Text name = Tree.variant(whole).name();
            versions.name(draft.variant(), name.sv(), name.en());
        }
    }

    /**
     * Publishes the draft: from now on partnerships can begin with it, and it never changes.
     *
     * @throws Refusal when something is missing in it
     */
    @Transactional
    public void publish(String key, int revision, String reason) {
        require();
        versions.hold(key);
        KeptVersion draft = draft(key);
        if (draft.revision() != revision) {
            throw Refusal.stale();
        }
        if (!VariantRules.broken(draft.whole()).isEmpty()) {
            throw Refusal.rule("programme.refusal.not-whole");
        }
        Text name = draft.asVariant().name();
        versions.name(key, name.sv(), name.en());
        versions.publish(key, draft.version(), reason);
        trail.record(happening("published", draft)
                .changing("variant-version", null, draft.version())
                .changing("reason", null, reason.isBlank() ? null : reason));
    }

    /** Throws the draft away. The published versions stay. */
    @Transactional
    public void discard(String key, int revision) {
        require();
        versions.hold(key);
        KeptVersion draft = draft(key);
        if (draft.revision() != revision) {
            throw Refusal.stale();
        }
        versions.remove(draft);
        trail.record(happening("discarded", draft).changing("variant-version", draft.version(), null));
    }

    /** What is wrong with a draft, or still missing in it. */
    public static List<Complaint> broken(KeptVersion draft) {
        return VariantRules.broken(draft.whole());
    }

    private Map<String, Object> own(Optional<Parent> parent, Map<String, Object> whole) {
        return parent.flatMap(from -> versions.published(from.variant(), from.version()))
                .map(inherited -> Delta.of(inherited, whole))
                .orElse(whole);
    }

    static void refuseShipped(List<KeptVersion> all) {
        if (all.stream().anyMatch(KeptVersion::shipped)) {
            throw Refusal.rule("programme.refusal.shipped");
        }
    }

    private static String said(Parent parent) {
        return parent.variant() + " " + parent.version();
    }

    private static @Nullable String said(Difference difference, @Nullable Object value) {
        return value == null ? null : difference.path() + ": " + Objects.toString(value);
    }

    private static Happening happening(String what, KeptVersion version) {
        return happening(what, version.variant(), version.asVariant().name().sv());
    }

    static Happening happening(String what, String key, String name) {
        return Happening.of("variant." + what, new Happening.Subject("variant", key, name), null);
    }
}
