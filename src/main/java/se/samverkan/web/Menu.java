package se.samverkan.web;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import se.samverkan.access.Actor;
import se.samverkan.access.Verb;
import se.samverkan.notice.ToDos;
import se.samverkan.shared.page.Page;

/** The menu: only what this person may use, derived from the table of rights. */
@Component
class Menu {

    private record Item(String key, String path, String icon, Predicate<Actor> usable) {}

    private static final String WAITING = "/todo";

    private static final List<Item> ITEMS = List.of(
            new Item("menu.todo", WAITING, "check", Actor::isSignedIn),
            new Item("menu.start", "/", "home", actor -> !actor.isSignedIn()),
            new Item("menu.schools", "/schools", "school", actor -> true),
            new Item("menu.public", "/public", "question", actor -> !actor.isSignedIn()),
            new Item("menu.partnerships", "/partnerships", "people", holds(Verb.READ_PARTNERSHIP)),
            new Item("menu.quality", "/quality", "calendar", holds(Verb.COORDINATE_PARTNERSHIP)),
            new Item("menu.portfolio", "/portfolio", "table", holds(Verb.READ_PORTFOLIO)),
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
            new Item("menu.signs", "/signs", "plus", holds(Verb.NOTE_SIGNS)),
            new Item("menu.catalogue", "/catalogue", "book", holds(Verb.READ_CATALOGUE)),
            new Item("menu.commissions", "/commissions", "mail", holds(Verb.ANSWER_COMMISSIONS)),
            new Item(
                    "menu.commission-load",
                    "/commission-load",
                    "people",
                    holds(Verb.ANSWER_COMMISSIONS).or(holds(Verb.RUN_PARTNERSHIP))),
            new Item("menu.lessons", "/lessons", "history", holds(Verb.READ_LESSONS)),
            new Item(
                    "menu.publishing",
                    "/publishing",
                    "share",
                    holds(Verb.WRITE_PUBLICATIONS).or(holds(Verb.RELEASE_PUBLICATIONS))),
            new Item(
                    "menu.documents",
                    "/documents",
                    "file",
                    holds(Verb.WRITE_DOCUMENTS).or(holds(Verb.READ_SHARED)).or(holdsEverywhere(Verb.RULE_PUBLICITY))),
            new Item("menu.signatures", "/signatures", "edit", holds(Verb.SIGN_DOCUMENTS)),
            new Item("menu.register", "/records/register", "book", holds(Verb.READ_REGISTER)),
            new Item("menu.research", "/selection/research", "filter", holds(Verb.EXPORT_RESEARCH)),
            new Item("menu.evaluations", "/evaluations", "chart", holds(Verb.READ_EVALUATIONS)),
            new Item("menu.imports", "/imports", "import", holds(Verb.READ_IMPORTS)),
            new Item("menu.people", "/people", "people", holds(Verb.MANAGE_PEOPLE)),
            new Item("menu.organisations", "/organisations", "organiser", holdsEverywhere(Verb.EDIT_ORGANISATIONS)),
            new Item("menu.programmes", "/programmes", "book", holdsEverywhere(Verb.MANAGE_VARIANTS)),
            new Item("menu.tokens", "/tokens", "key", holds(Verb.MANAGE_TOKENS)),
            new Item("menu.audit", "/audit", "log", holds(Verb.READ_AUDIT)),
            new Item(
                    "menu.retention",
                    "/records/retention",
                    "trash",
                    holdsEverywhere(Verb.DISPOSE_RECORDS)
                            .and(holds(Verb.READ_AUDIT).negate())));

    private static final Map<String, String> UNDER =
            Map.of("/sync/", "/imports", "/webhooks", "/tokens", "/extracts", "/records/retention");

    private final ToDos todos;

    Menu(ToDos todos) {
        this.todos = todos;
    }

    List<Page.Entry> of(Actor actor, String path) {
        Stream<Item> usable = ITEMS.stream().filter(item -> item.usable().test(actor));
        return usable.map(item -> entry(item, path)).toList();
    }

    private Page.Entry entry(Item item, String path) {
        int waiting = item.path().equals(WAITING) ? todos.count() : 0;
        return new Page.Entry(item.key(), item.path(), item.icon(), leadsTo(item, path), waiting);
    }

    private static boolean leadsTo(Item item, String path) {
        String at = within(path);
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
