package se.samverkan.access.people;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samverkan.access.Rights;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormErrors;

/** The roles of one person: given, ended, taken away, given back. */
@Controller
class AssignmentController {

    private final PeopleManagement people;
    private final AssignmentManagement assignments;
    private final PersonPages pages;
    private final Places places;
    private final Rights rights;
    private final People days;

    AssignmentController(
            PeopleManagement people,
            AssignmentManagement assignments,
            PersonPages pages,
            Places places,
            Rights rights,
            People days) {
        this.people = people;
        this.assignments = assignments;
        this.pages = pages;
        this.places = places;
        this.rights = rights;
        this.days = days;
    }

    @GetMapping("/people/{id}/assignments/new")
    ModelAndView blank(@PathVariable long id) {
        PersonView person = people.person(id);
        String own = Optional.of(places.own())
                .filter(all -> all.size() == 1)
                .map(List::getFirst)
                .orElse("");
        AssignmentForm form = AssignmentForm.typed("", own, false, days.today().toString(), "");
        return form(person, form, FormErrors.none(), PlaceAnswer.unasked(own));
    }

    @PostMapping("/people/{id}/assignments")
    ModelAndView give(
            @PathVariable long id,
            @RequestParam @Nullable String role,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable String asked,
            @RequestParam @Nullable String chosen,
            @RequestParam(defaultValue = "false") boolean acting,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to) {
        PersonView person = people.person(id);
        AssignmentForm form = AssignmentForm.typed(role, place, acting, from, to);
        PlaceAnswer answer = PlaceAnswer.of(places, rights, place, asked, chosen);
        FormErrors errors = answer.addTo(form.errors());
        Place where = answer.place();
        if (!errors.isEmpty() || where == null) {
            return PeopleController.refused(form(person, form, errors, answer));
        }
        try {
            assignments.give(id, form.chosenRole().orElseThrow(), where, acting, form.time());
            return new ModelAndView("redirect:/people/" + id + "?done=given");
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.RULE) {
                throw refusal;
            }
            return PeopleController.refused(form(person, form, FormErrors.of(refusal), answer));
        }
    }

    private static ModelAndView form(PersonView person, AssignmentForm form, FormErrors errors, PlaceAnswer place) {
        return new ModelAndView("access/people/assign")
                .addObject("person", person)
                .addObject("form", form)
                .addObject("errors", errors)
                .addObject("place", place);
    }

    @GetMapping("/people/{id}/assignments/{assignment}/end")
    ModelAndView ending(@PathVariable long id, @PathVariable long assignment) {
        AssignmentView ending = assignments.toChange(id, assignment);
        LocalDate known = ending.to();
        return ending(id, ending, (known == null ? days.today() : known).toString(), FormErrors.none());
    }

    @PostMapping("/people/{id}/assignments/{assignment}/end")
    ModelAndView end(
            @PathVariable long id,
            @PathVariable long assignment,
            @RequestParam @Nullable Integer version,
            @RequestParam @Nullable String day) {
        AssignmentView ending = assignments.toChange(id, assignment);
        int seen = PersonPages.version(version);
        String typed = day == null ? "" : day;
        Optional<LocalDate> last = AssignmentForm.day(typed);
        if (last.isEmpty()) {
            return PeopleController.refused(
                    ending(id, ending, typed, FormErrors.none().with("day", "people.error.day")));
        }
        try {
            assignments.end(id, assignment, seen, last.get());
            return new ModelAndView("redirect:/people/" + id + "?done=ended");
        } catch (Refusal refusal) {
            return pages.refused(id, refusal);
        }
    }

    private ModelAndView ending(long id, AssignmentView ending, String day, FormErrors errors) {
        return new ModelAndView("access/people/end")
                .addObject("person", people.person(id))
                .addObject("assignment", ending)
                .addObject("day", day)
                .addObject("errors", errors);
    }

    @PostMapping("/people/{id}/assignments/{assignment}/removal")
    ModelAndView remove(@PathVariable long id, @PathVariable long assignment, @RequestParam @Nullable Integer version) {
        assignments.toChange(id, assignment);
        try {
            assignments.remove(id, assignment, PersonPages.version(version));
            return new ModelAndView("redirect:/people/" + id + "?done=taken");
        } catch (Refusal refusal) {
            return pages.refused(id, refusal);
        }
    }

    @PostMapping("/people/{id}/assignments/{assignment}/restoration")
    ModelAndView restore(@PathVariable long id, @PathVariable long assignment) {
        assignments.toChange(id, assignment);
        try {
            assignments.restore(id, assignment);
            return new ModelAndView("redirect:/people/" + id + "?done=returned");
        } catch (Refusal refusal) {
            return pages.refused(id, refusal);
        }
    }
}
