package se.samverkan.programme.page;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import se.samverkan.programme.file.Shape.Group;
import se.samverkan.programme.file.Shape.Line;
import se.samverkan.programme.file.Shape.Names;
import se.samverkan.programme.file.Shape.Things;
import se.samverkan.programme.file.Spot;
import se.samverkan.programme.file.Tree;
import se.samverkan.programme.keeping.TakenAway;
import se.samverkan.shared.Refusal;

/** Adds to, moves in and takes away from one list of things in a draft. */
final class ListEdit {

    private static final int LONGEST_KEY = 40;

    private final Spot spot;
    private final String list;
    private final Group each;

    /** @throws Refusal when there is no such list any more */
    ListEdit(Map<String, Object> whole, String at, String list) {
        this.spot = Spot.find(whole, at).orElseThrow(Refusal::stale);
        this.list = list;
        this.each = spot.shape()
                .part(list)
                .map(part -> part.shape())
                .filter(Things.class::isInstance)
                .map(shape -> ((Things) shape).each())
                .orElseThrow(Refusal::notSeen);
    }

    Group each() {
        return each;
    }

    /** Whether a new one is named by choosing what it is about, not by a name of its own. */
    boolean isChosen() {
        return each.parts().getFirst().shape() instanceof Line line
                && line.names() != Names.KEY
                && line.names() != Names.CODE;
    }

    /**
     * What a list is in short, by which one sees whether somebody has changed it.
     *
     * @return a number that is another when the order or the things are others
     */
    static String mark(Object things) {
        return Integer.toHexString(Objects.hashCode(things));
    }

    /** The keys in their order, in short. */
    String orderMark() {
        return mark(things().stream().map(thing -> Tree.identity(each, thing)).toList());
    }

    private List<Map<String, Object>> things() {
        return spot.things(list);
    }

    /** The key of a new one with this name, which no other has. */
    String newKey(String name) {
        if (isChosen()) {
            return name;
        }
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[-0-9]+|-+$", "");
        String key = plain.isEmpty()
                ? "ny"
                : plain.substring(0, Math.min(LONGEST_KEY - 4, plain.length())).replaceAll("-+$", "");
        String free = key;
        for (int i = 2; Tree.find(each, things(), free).isPresent(); i++) {
            free = key + "-" + i;
        }
        return free;
    }

    /**
     * The whole with one more at the end.
     *
     * @throws Refusal when there is one with that key already
     */
    Map<String, Object> added(String key, String name) {
        if (key.isBlank() || name.isBlank()) {
            throw Refusal.rule("programme.refusal.name-it");
        }
        if (Tree.find(each, things(), key).isPresent()) {
            throw Refusal.rule("programme.refusal.there-already");
        }
        Map<String, Object> thing = new LinkedHashMap<>();
        thing.put(each.identity(), key);
        each.parts().stream()
                .map(part -> part.name())
                .filter(part -> List.of("name", "label", "question").contains(part))
                .findFirst()
                .ifPresent(part -> thing.put(part, Map.of("sv", name, "en", "")));
        spot.group().forEach((field, value) -> inherit(thing, field, value));
        List<Map<String, Object>> more = new ArrayList<>(things());
        more.add(Tree.filled(each, thing));
        return with(more);
    }

    /** A step, a meeting or a form begins with the levels of what it belongs to. */
    private void inherit(Map<String, Object> thing, String field, Object value) {
        if (field.equals("levels") && each.part("levels").isPresent()) {
            thing.put(field, value);
        }
    }

    /** The whole with one moved one step. */
    Map<String, Object> moved(String key, boolean up) {
        List<Map<String, Object>> order = new ArrayList<>(things());
        int at = order.indexOf(thing(key));
        int to = up ? at - 1 : at + 1;
        if (to >= 0 && to < order.size()) {
            Collections.swap(order, at, to);
        }
        return with(order);
    }

    /** The whole without one, and what that was. */
    TakenAway.Without without(String key) {
        List<Map<String, Object>> left = new ArrayList<>(things());
        Map<String, Object> thing = thing(key);
        int place = left.indexOf(thing);
        left.remove(thing);
        return new TakenAway.Without(with(left), new TakenAway(0, spot.path(), list, place, thing));
    }

    /** @throws Refusal when somebody else has taken it away */
    Map<String, Object> thing(String key) {
        return Tree.find(each, things(), key).orElseThrow(Refusal::stale);
    }

    private Map<String, Object> with(List<Map<String, Object>> things) {
        return spot.with(group -> {
            Map<String, Object> changed = new LinkedHashMap<>(group);
            changed.put(list, things);
            return changed;
        });
    }
}
