package se.samverkan.web;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import se.samverkan.access.Actor;
import se.samverkan.access.Verb;
import se.samverkan.notice.ToDos;
import se.samverkan.shared.page.Page;

/**
 * The menu: only what this person may use, derived from the table of rights. Up to seven entries stand side by side; who may use more gets
 * seven sections, and sees what is within the one where the reader is.
 */
@Component
class Menu {

    private record Item(String key, String path, String icon, Predicate<Actor> usable) {}

    /**
     * What belongs together.
     *
     * @param key of its name; empty where its first entry is what the rest lies under
     */
    private record Section(String key, String icon, List<Item> items) {

        static Section of(Item... items) {
            return new Section("", "", List.of(items));
        }
    }

    private static final String WAITING = "/todo";
    private static final int MOST = 7;

    private static final List<Section> SECTIONS = List.of(
            Section.of(new Item("menu.todo", WAITING, "check", Actor::isSignedIn)),
            Section.of(new Item("menu.start", "/", "home", actor -> !actor.isSignedIn())),
            Section.of(
                    new Item("menu.schools", "/schools", "school", actor -> true),
                    new Item("menu.imports", "/imports", "import", holds(Verb.READ_IMPORTS))),
            Section.of(new Item("menu.public", "/public", "question", actor -> !actor.isSignedIn())),
            Section.of(
                    new Item("menu.partnerships", "/partnerships", "people", holds(Verb.READ_PARTNERSHIP)),
                    new Item("menu.quality", "/quality", "calendar", holds(Verb.COORDINATE_PARTNERSHIP)),
                    new Item("menu.portfolio", "/portfolio", "table", holds(Verb.READ_PORTFOLIO)),
                    new Item("menu.signs", "/signs", "plus", holds(Verb.NOTE_SIGNS)),
                    new Item(
                            "menu.documents",
                            "/documents",
                            "file",
                            holds(Verb.WRITE_DOCUMENTS)
                                    .or(holds(Verb.READ_SHARED))
                                    .or(holdsEverywhere(Verb.RULE_PUBLICITY))),
                    new Item("menu.signatures", "/signatures", "edit", holds(Verb.SIGN_DOCUMENTS)),
                    new Item("menu.register", "/records/register", "book", holds(Verb.READ_REGISTER))),
            Section.of(
                    new Item(
                            "menu.selection",
                            "/selection",
                            "filter",
                            holds(Verb.PREPARE_SELECTION)
                                    .or(holds(Verb.ASSESS_SELECTION))
                                    .or(holds(Verb.DECIDE_SELECTION))
                                    .or(holds(Verb.REVEAL_SELECTION))
                                    .or(holds(Verb.ANSWER_INVITATION))
                                    .or(holds(Verb.READ_DECISION))
                                    .or(holds(Verb.READ_REGISTER))),
                    new Item("menu.research", "/selection/research", "filter", holds(Verb.EXPORT_RESEARCH))),
            Section.of(
                    new Item("menu.catalogue", "/catalogue", "book", holds(Verb.READ_CATALOGUE)),
                    new Item("menu.commissions", "/commissions", "mail", holds(Verb.ANSWER_COMMISSIONS)),
                    new Item(
                            "menu.commission-load",
                            "/commission-load",
                            "people",
                            holds(Verb.ANSWER_COMMISSIONS).or(holds(Verb.RUN_PARTNERSHIP))),
                    new Item("menu.lessons", "/lessons", "history", holds(Verb.READ_LESSONS))),
            new Section(
                    "menu.results",
                    "chart",
                    List.of(
                            new Item("menu.aggregates", "/aggregates", "table", holds(Verb.READ_AGGREGATES)),
                            new Item("menu.evaluations", "/evaluations", "chart", holds(Verb.READ_EVALUATIONS)),
                            new Item(
                                    "menu.publishing",
                                    "/publishing",
                                    "share",
                                    holds(Verb.WRITE_PUBLICATIONS).or(holds(Verb.RELEASE_PUBLICATIONS))))),
            new Section(
                    "menu.administration",
                    "key",
                    List.of(
                            new Item("menu.people", "/people", "people", holds(Verb.MANAGE_PEOPLE)),
                            new Item(
                                    "menu.organisations",
                                    "/organisations",
                                    "organiser",
                                    holdsEverywhere(Verb.EDIT_ORGANISATIONS)),
                            new Item("menu.programmes", "/programmes", "book", holdsEverywhere(Verb.MANAGE_VARIANTS)),
                            new Item("menu.tokens", "/tokens", "key", holds(Verb.MANAGE_TOKENS)),
                            new Item("menu.audit", "/audit", "log", holds(Verb.READ_AUDIT)),
                            new Item(
                                    "menu.retention",
                                    "/records/retention",
                                    "trash",
                                    holdsEverywhere(Verb.DISPOSE_RECORDS)
                                            .and(holds(Verb.READ_AUDIT).negate())))));

    private static final Map<String, String> UNDER =
            Map.of("/sync/", "/imports", "/webhooks", "/tokens", "/extracts", "/records/retention");

    private final ToDos todos;

    Menu(ToDos todos) {
        this.todos = todos;
    }

    List<Page.Entry> of(Actor actor, String path) {
        String at = within(path);
        Optional<Item> here = SECTIONS.stream()
                .flatMap(section -> section.items().stream())
                .filter(item -> item.usable().test(actor) && leadsTo(item, at))
                .max(Comparator.comparingInt(item -> item.path().length()));
        List<List<Page.Entry>> sections = SECTIONS.stream()
                .map(section -> section.items().stream()
                        .filter(item -> item.usable().test(actor))
                        .map(item -> entry(item, here))
                        .toList())
                .toList();
        List<Page.Entry> all = sections.stream().flatMap(List::stream).toList();
        return all.size() <= MOST
                ? all
                : IntStream.range(0, sections.size())
                        .mapToObj(n -> gathered(SECTIONS.get(n), sections.get(n)))
                        .flatMap(Optional::stream)
                        .toList();
    }

    private static Optional<Page.Entry> gathered(Section section, List<Page.Entry> entries) {
        if (entries.size() < 2) {
            return entries.stream().findFirst();
        }
        Page.Entry first = entries.getFirst();
        return Optional.of(
                section.key().isEmpty()
                        ? first.over(entries.subList(1, entries.size()))
                        : new Page.Entry(section.key(), first.path(), section.icon(), false, 0, entries));
    }

    private Page.Entry entry(Item item, Optional<Item> here) {
        int waiting = item.path().equals(WAITING) ? todos.count() : 0;
        return new Page.Entry(item.key(), item.path(), item.icon(), here.equals(Optional.of(item)), waiting, List.of());
    }

    private static boolean leadsTo(Item item, String at) {
        return at.equals(item.path()) || !item.path().equals("/") && at.startsWith(item.path() + "/");
    }

    /** Pages that lie under another entry than their address says. */
    private static String within(String path) {
        return UNDER.entrySet().stream()
                .filter(each -> path.startsWith(each.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(path);
    }

    private static Predicate<Actor> holds(Verb verb) {
        return actor -> actor.grants().hold(verb);
    }

    private static Predicate<Actor> holdsEverywhere(Verb verb) {
        return actor -> actor.grants().everywhere().contains(verb);
    }
}
