package se.samverkan.records.document.page;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import se.samverkan.access.Names;
import se.samverkan.records.document.OpeningForComment;
import se.samverkan.records.document.PersonToName;
import se.samverkan.shared.page.SentForm;

/** Lets people be found by letters of their names and ticked, without script: who is ticked stays when one looks again. */
@Component("peopleToName")
public class People {

    private final OpeningForComment opening;
    private final Names names;

    People(OpeningForComment opening, Names names) {
        this.opening = opening;
        this.names = names;
    }

    /** Whether somebody only looks for more people, or organisations, to tick. */
    public static boolean isLooking(SentForm form) {
        return !form.text("look").isEmpty();
    }

    /** Those who are ticked, by their ids. */
    public static List<Long> ticked(SentForm form) {
        return form.all("person").stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .distinct()
                .toList();
    }

    /** Puts on a page whom to choose among: the ticked first, then those who are called so. */
    public void put(SentForm form, Model model) {
        Set<Long> ticked = Set.copyOf(ticked(form));
        model.addAttribute(
                "ticked",
                names.of(ticked).entrySet().stream()
                        .map(each ->
                                new PersonToName(each.getKey(), each.getValue().name(), List.of(), ""))
                        .collect(Collectors.toList()));
        model.addAttribute(
                "found",
                opening.called(form.text("called")).stream()
                        .filter(each -> !ticked.contains(each.id()))
                        .toList());
    }
}
