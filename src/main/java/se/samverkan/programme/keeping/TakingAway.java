package se.samverkan.programme.keeping;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.programme.file.Shape.Group;
import se.samverkan.programme.file.Shape.Part;
import se.samverkan.programme.file.Shape.Things;
import se.samverkan.programme.file.Spot;
import se.samverkan.programme.file.Tree;
import se.samverkan.shared.Refusal;

/** The door by which those who keep the variants take something out of a draft's lists, and put it back within 30 days. */
@Component
public class TakingAway {

    private final VariantKeeping keeping;
    private final StoredVersions versions;

    TakingAway(VariantKeeping keeping, StoredVersions versions) {
        this.keeping = keeping;
        this.versions = versions;
    }

    /** Takes something away from the draft as it stands now; for 30 days it can be put back. */
    @Transactional
    public void takeAway(String key, Function<Map<String, Object>, TakenAway.Without> edit) {
        keeping.require();
        versions.hold(key);
        KeptVersion draft = keeping.draft(key);
        TakenAway.Without without = edit.apply(draft.whole());
        keeping.keep(draft, draft.parent(), without.whole());
        versions.keepAside(draft, without.taken());
    }

    /** What was taken away from the lists at a place in the draft and can be put back, the newest first. */
    @Transactional(readOnly = true)
    public List<TakenAway> takenAway(KeptVersion draft, String at) {
        keeping.require();
        return versions.takenAway(draft).stream()
                .filter(taken -> taken.at().equals(at))
                .toList();
    }

    /**
     * Puts something back where it stood, or last where the list is shorter now.
     *
     * @return the path of what its list is in
     * @throws Refusal when it is back already, there is another with its key, or what its list is in is gone
     */
    @Transactional
    public String putBack(String key, long id) {
        keeping.require();
        versions.hold(key);
        KeptVersion draft = keeping.draft(key);
        TakenAway taken = versions.takenAway(draft).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(() -> Refusal.rule("programme.refusal.not-taken-away"));
        Spot spot =
                Spot.find(draft.whole(), taken.at()).orElseThrow(() -> Refusal.rule("programme.refusal.place-gone"));
        keeping.keep(draft, draft.parent(), spot.with(group -> with(spot, group, taken)));
        versions.putBack(id);
        return taken.at();
    }

    private static Map<String, Object> with(Spot spot, Map<String, Object> group, TakenAway taken) {
        List<Map<String, Object>> things = new ArrayList<>(spot.things(taken.list()));
        Group each = spot.shape()
                .part(taken.list())
                .map(Part::shape)
                .filter(Things.class::isInstance)
                .map(shape -> ((Things) shape).each())
                .orElseThrow(Refusal::notSeen);
        if (Tree.find(each, things, Tree.identity(each, taken.thing())).isPresent()) {
            throw Refusal.rule("programme.refusal.there-already");
        }
        things.add(Math.min(taken.place(), things.size()), Tree.filled(each, taken.thing()));
        Map<String, Object> changed = new LinkedHashMap<>(group);
        changed.put(taken.list(), things);
        return changed;
    }
}
