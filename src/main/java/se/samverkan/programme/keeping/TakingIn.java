package se.samverkan.programme.keeping;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.programme.file.Tree;
import se.samverkan.programme.file.VariantChecking.Checked;
import se.samverkan.programme.variant.Text;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Refusal;

/** The door by which those who keep the variants take one in from its readable file, as a draft. */
@Component
public class TakingIn {

    private final VariantKeeping keeping;
    private final StoredVersions versions;
    private final Knowing knowing;
    private final AuditTrail trail;

    TakingIn(VariantKeeping keeping, StoredVersions versions, Knowing knowing, AuditTrail trail) {
        this.keeping = keeping;
        this.versions = versions;
        this.knowing = knowing;
        this.trail = trail;
    }

    /** All that is wrong with a file, and the whole that would come of it. */
    @Transactional(readOnly = true)
    public Checked check(byte[] content) {
        keeping.require();
        return knowing.check(content);
    }

    /**
     * Takes a file in as the draft of its variant.
     *
     * @param revision the revision of the draft that was seen, 0 where there was none
     * @throws Refusal when somebody else has changed the draft since, or the variant came with the program
     */
    @Transactional
    public String takeIn(byte[] content, int revision) {
        keeping.require();
        Checked checked = knowing.check(content);
        String key = checked.file().key();
        if (!checked.isWhole() || !key.matches(VariantKeeping.KEY)) {
            throw Refusal.rule("programme.refusal.file");
        }
        versions.hold(key);
        List<KeptVersion> all = versions.of(key);
        VariantKeeping.refuseShipped(all);
        Optional<KeptVersion> draft = all.stream().filter(KeptVersion::isDraft).findFirst();
        if (draft.map(KeptVersion::revision).orElse(0) != revision) {
            throw Refusal.stale();
        }
        if (draft.isPresent()) {
            keeping.keep(draft.get(), checked.file().parent(), checked.whole());
        } else {
            first(checked, key, all.isEmpty());
        }
        return key;
    }

    private void first(Checked checked, String key, boolean isNew) {
        Text name = Tree.variant(checked.whole()).name();
        if (isNew) {
            versions.name(key, name.sv(), name.en());
        }
        int version =
                versions.begin(key, checked.file().parent(), checked.file().tree(), checked.whole(), null);
        trail.record(VariantKeeping.happening("taken-in", key, name.sv()).changing("variant-version", null, version));
    }
}
