package se.samverkan.access.people;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormErrors;

/** The list of people, and adding one. */
@Controller
class PeopleController {

    private final PeopleManagement people;
    private final Places places;
    private final Rights rights;

    PeopleController(PeopleManagement people, Places places, Rights rights) {
        this.people = people;
        this.places = places;
        this.rights = rights;
    }

    @GetMapping("/people")
    ModelAndView list(
            @RequestParam @Nullable String q,
            @RequestParam @Nullable String organisation,
            @RequestParam @Nullable String role,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String afterName,
            @RequestParam @Nullable Long after,
            @RequestParam @Nullable String done) {
        PeopleQuery query = PeopleQuery.of(q, organisation, role, state, afterName, after);
        PeopleManagement.Listing listing = people.list(query);
        return new ModelAndView("access/people/list")
                .addObject("query", query)
                .addObject("listing", listing)
                .addObject("next", listing.more() ? next(query, listing.people().getLast()) : "")
                .addObject("done", Done.of(done));
    }

    private static String next(PeopleQuery query, PersonView last) {
        return UriComponentsBuilder.fromPath("/people")
                .queryParam("q", query.text())
                .queryParam("organisation", query.organisation())
                .queryParam("role", query.role())
                .queryParam("state", query.state())
                .queryParam("afterName", "{name}")
                .queryParam("after", last.id())
                .encode()
                .buildAndExpand(last.name())
                .toUriString();
    }

    @GetMapping("/people/new")
    ModelAndView blank() {
        rights.require(Verb.MANAGE_PEOPLE);
        String own = Optional.of(places.own())
                .filter(all -> all.size() == 1)
                .map(List::getFirst)
                .orElse("");
        return form(new PersonForm("", "", "sv", own), FormErrors.none(), PlaceAnswer.unasked(own));
    }

    @PostMapping("/people")
    ModelAndView add(
            @RequestParam @Nullable String name,
            @RequestParam @Nullable String email,
            @RequestParam @Nullable String language,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable String asked,
            @RequestParam @Nullable String chosen) {
        rights.require(Verb.MANAGE_PEOPLE);
        PersonForm form = PersonForm.typed(name, email, language, place);
        PlaceAnswer answer = PlaceAnswer.of(places, rights, place, asked, chosen);
        FormErrors errors = answer.addTo(form.errors());
        Place kept = answer.place();
        if (!errors.isEmpty() || kept == null) {
            return refused(form(form, errors, answer));
        }
        try {
            return new ModelAndView("redirect:/people/" + people.add(form, kept.organisation()) + "?done=added");
        } catch (Refusal refusal) {
            if (refusal.kind() != Refusal.Kind.RULE) {
                throw refusal;
            }
            return refused(form(form, FormErrors.none().with("email", refusal.reason(), refusal.details()), answer));
        }
    }

    private static ModelAndView form(PersonForm form, FormErrors errors, PlaceAnswer place) {
        return new ModelAndView("access/people/add")
                .addObject("form", form)
                .addObject("errors", errors)
                .addObject("place", place);
    }

    static ModelAndView refused(ModelAndView form) {
        form.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return form;
    }
}
