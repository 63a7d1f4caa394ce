package se.samverkan.access.people;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import se.samverkan.access.Invitations;
import se.samverkan.shared.Refusal;

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
