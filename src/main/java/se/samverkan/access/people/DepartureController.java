package se.samverkan.access.people;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormErrors;

/** Somebody leaves, or stays after all; and later, when the name is no longer needed, is known by a number. */
@Controller
class DepartureController {

    private final PeopleManagement people;
    private final PersonPages pages;
    private final People days;

    DepartureController(PeopleManagement people, PersonPages pages, People days) {
        this.people = people;
        this.pages = pages;
        this.days = days;
    }

    @GetMapping("/people/{id}/departure")
    ModelAndView departure(@PathVariable long id) {
        PersonView person = people.toChange(id);
        LocalDate known = person.leftOn();
        LocalDate day = known == null ? days.today() : known;
        return form(person, day.toString(), FormErrors.none());
    }

    @PostMapping("/people/{id}/departure")
    ModelAndView leave(
            @PathVariable long id, @RequestParam @Nullable Integer version, @RequestParam @Nullable String day) {
        PersonView person = people.toChange(id);
        int seen = PersonPages.version(version);
        String typed = day == null ? "" : day;
        Optional<LocalDate> last = AssignmentForm.day(typed);
        if (last.isEmpty()) {
            return PeopleController.refused(
                    form(person, typed, FormErrors.none().with("day", "people.error.day")));
        }
        try {
            people.leave(id, seen, last.get());
            return new ModelAndView("redirect:/people/" + id + "?done=left");
        } catch (Refusal refusal) {
            return pages.refused(id, refusal);
        }
    }

    @PostMapping("/people/{id}/departure/undoing")
    ModelAndView stay(@PathVariable long id, @RequestParam @Nullable Integer version) {
        people.toChange(id);
        try {
            people.stay(id, PersonPages.version(version));
            return new ModelAndView("redirect:/people/" + id + "?done=stayed");
        } catch (Refusal refusal) {
            return pages.refused(id, refusal);
        }
    }

    private static ModelAndView form(PersonView person, String day, FormErrors errors) {
        return new ModelAndView("access/people/departure")
                .addObject("person", person)
                .addObject("day", day)
                .addObject("errors", errors);
    }

    @GetMapping("/people/{id}/pseudonym")
    ModelAndView pseudonym(@PathVariable long id) {
        return new ModelAndView("access/people/pseudonym").addObject("person", people.toChange(id));
    }

    @PostMapping("/people/{id}/pseudonym")
    ModelAndView pseudonymise(@PathVariable long id, @RequestParam @Nullable Integer version) {
        people.toChange(id);
        try {
            people.pseudonymise(id, PersonPages.version(version));
            return new ModelAndView("redirect:/people/" + id + "?done=pseudonymised");
        } catch (Refusal refusal) {
            return pages.refused(id, refusal);
        }
    }
}
