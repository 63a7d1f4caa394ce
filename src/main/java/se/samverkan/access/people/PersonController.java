package se.samverkan.access.people;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import se.samverkan.access.Invitations;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormErrors;

/** One person: the page, what the person is called, the one-time link, and removal with its undoing. */
@Controller
class PersonController {

    private final PeopleManagement people;
    private final PersonPages pages;
    private final Invitations invitations;

    PersonController(PeopleManagement people, PersonPages pages, Invitations invitations) {
        this.people = people;
        this.pages = pages;
        this.invitations = invitations;
    }

    @GetMapping("/people/{id}")
    ModelAndView person(@PathVariable long id, @RequestParam @Nullable String done) {
        return pages.shown(id, Done.of(done));
    }

    @GetMapping("/people/{id}/edit")
    ModelAndView edit(@PathVariable long id) {
        PersonView person = people.toChange(id);
        return form(person, PersonForm.of(person), FormErrors.none());
    }

    @PostMapping("/people/{id}")
    ModelAndView change(
            @PathVariable long id,
            @RequestParam @Nullable Integer version,
            @RequestParam @Nullable String name,
            @RequestParam @Nullable String email,
            @RequestParam @Nullable String language) {
        PersonView now = people.toChange(id);
        int seen = PersonPages.version(version);
        PersonForm form = PersonForm.typed(name, email, language, "");
        FormErrors errors = form.errors();
        if (!errors.isEmpty()) {
            return PeopleController.refused(form(now, form, errors).addObject("version", seen));
        }
        try {
            people.change(id, seen, form);
            return new ModelAndView("redirect:/people/" + id + "?done=changed");
        } catch (Refusal refusal) {
            return switch (refusal.kind()) {
                case STALE -> conflict(people.toChange(id), form);
                case RULE ->
                    PeopleController.refused(
                            form(now, form, FormErrors.none().with("email", refusal.reason(), refusal.details())));
                case NOT_SEEN, NOT_ALLOWED, VERSION_MISSING, MALFORMED -> throw refusal;
            };
        }
    }

    /** Both texts side by side; saving again saves one's own, knowingly. */
    private static ModelAndView conflict(PersonView theirs, PersonForm mine) {
        ModelAndView page = form(theirs, mine, FormErrors.none()).addObject("conflict", true);
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private static ModelAndView form(PersonView person, PersonForm form, FormErrors errors) {
        return new ModelAndView("access/people/edit")
                .addObject("person", person)
                .addObject("form", form)
                .addObject("errors", errors)
                .addObject("version", person.version())
                .addObject("conflict", false);
    }

    @PostMapping("/people/{id}/invitation")
    ModelAndView invite(@PathVariable long id) {
        people.toChange(id);
        try {
            String path = invitations.invite(id);
            return pages.withLink(
                    id,
                    ServletUriComponentsBuilder.fromCurrentContextPath()
                            .path(path)
                            .toUriString());
        } catch (Refusal refusal) {
            return pages.refused(id, refusal);
        }
    }

    @PostMapping("/people/{id}/removal")
    ModelAndView remove(@PathVariable long id, @RequestParam @Nullable Integer version) {
        people.toChange(id);
        try {
            people.remove(id, PersonPages.version(version));
            return new ModelAndView("redirect:/people/" + id + "?done=removed");
        } catch (Refusal refusal) {
            return pages.refused(id, refusal);
        }
    }

    @PostMapping("/people/{id}/restoration")
    ModelAndView restore(@PathVariable long id) {
        people.toChange(id);
        try {
            people.restore(id);
            return new ModelAndView("redirect:/people/" + id + "?done=restored");
        } catch (Refusal refusal) {
            return pages.refused(id, refusal);
        }
    }
}
