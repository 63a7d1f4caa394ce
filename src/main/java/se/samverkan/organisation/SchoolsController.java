package se.samverkan.organisation;

import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.shared.page.Address;
import se.samverkan.shared.page.Pager;

/** Every school and preschool there is, to browse: by municipality, organiser and school form. */
@Controller
class SchoolsController {

    private static final int ON_A_PAGE = 50;

    /**
     * What was chosen on the page, as it stands in the address; empty means any.
     *
     * @param q letters of the name
     */
    record Choice(String q, String municipality, String organiser, String form) {

        Directory.UnitQuery query() {
            return new Directory.UnitQuery(orAny(q), orAny(municipality), orAny(organiser), orAny(form));
        }

        boolean isEmpty() {
            return (q + municipality + organiser + form).isEmpty();
        }

        String address() {
            return Address.of("/schools")
                    .with("q", q)
                    .with("municipality", municipality)
                    .with("organiser", organiser)
                    .with("form", form)
                    .toString();
        }

        private static @org.jspecify.annotations.Nullable String orAny(String chosen) {
            return chosen.isEmpty() ? null : chosen;
        }
    }

    private final Directory directory;
    private final SchoolForms forms;

    SchoolsController(Directory directory, SchoolForms forms) {
        this.directory = directory;
        this.forms = forms;
    }

    @GetMapping("/schools")
    String browse(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String municipality,
            @RequestParam(defaultValue = "") String organiser,
            @RequestParam(defaultValue = "") String form,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        Choice choice = new Choice(q.strip(), municipality, organiser.strip(), form);
        Pager pager = new Pager(Math.max(page, 1), ON_A_PAGE);
        model.addAttribute("choice", choice);
        model.addAttribute("pager", pager);
        model.addAttribute("found", directory.search(choice.query(), pager.page() - 1, ON_A_PAGE));
        model.addAttribute("municipalities", directory.municipalities());
        model.addAttribute(
                "organiser",
                organiser.isBlank()
                        ? List.of()
                        : directory.organiser(organiser.strip()).stream().toList());
        model.addAttribute("forms", forms.today());
        return "organisation/schools";
    }

    /** What is taught at a unit, as a list in words; a preschool is what it is. */
    static String forms(UnitView unit, List<SchoolForms.SchoolForm> known, String language) {
        return known.stream()
                .filter(form -> unit.has(form.code()) || form.code().equals(unit.kind()))
                .map(form -> form.name(language))
                .collect(java.util.stream.Collectors.joining(", "));
    }
}
