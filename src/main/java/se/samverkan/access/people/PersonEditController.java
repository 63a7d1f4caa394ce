package se.samverkan.access.people;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** What a person is called, where mail goes, and in which language: the form, and its saving. */
@Controller
class PersonEditController {

    private final PeopleManagement people;
    private final Saving saving;

    PersonEditController(PeopleManagement people, Saving saving) {
        this.people = people;
        this.saving = saving;
    }

    @GetMapping("/people/{id}/edit")
    String edit(@PathVariable long id, Model model) {
        OneForm form = new OneForm(people.toChange(id), model);
        return form.page(FormAgain.shown(form.now()));
    }

    @PostMapping("/people/{id}")
    String change(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response) {
        return saving.save(SentForm.of(fields), new OneForm(people.toChange(id), model), response);
    }

    /** The form of one person. */
    private final class OneForm implements Saving.Form {

        private final PersonView person;
        private final Model model;

        OneForm(PersonView person, Model model) {
            this.person = person;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return PersonForm.of(sent).errors();
        }

        @Override
        public String save(SentForm sent) {
            people.change(person.id(), sent.version(), PersonForm.of(sent));
            return "/people/" + person.id() + "?done=changed";
        }

        @Override
        public SentForm now() {
            PersonView now = people.toChange(person.id());
            return SentForm.ofVersion(now.version())
                    .with("name", now.name())
                    .with("email", now.email())
                    .with("language", now.language());
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.text("name"), Compared.text("email"), Compared.choice("language", "language."));
        }

        @Override
        public String page(FormAgain again) {
            model.addAttribute("person", person);
            model.addAttribute("form", PersonForm.of(again.form()));
            model.addAttribute("again", again);
            return "access/people/edit";
        }
    }
}
