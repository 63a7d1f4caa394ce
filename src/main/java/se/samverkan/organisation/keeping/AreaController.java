package se.samverkan.organisation.keeping;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.Particulars;
import se.samverkan.organisation.Particulars.AreaView;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.SentForms;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.SentForm;

/** The areas of an organiser: a list for everybody, forms for those who may. */
@Controller
@RequestMapping("/organisers/{key}/areas")
class AreaController {

    private static final List<String> COMPARED = List.of("name");

    private final KeptPages pages;
    private final Areas areas;
    private final Particulars particulars;
    private final Directory directory;
    private final SentForms sentForms;

    AreaController(KeptPages pages, Areas areas, Particulars particulars, Directory directory, SentForms sentForms) {
        this.pages = pages;
        this.areas = areas;
        this.particulars = particulars;
        this.directory = directory;
        this.sentForms = sentForms;
    }

    @GetMapping
    String list(@PathVariable String key, @RequestParam(defaultValue = "0") long removed, Model model) {
        OrganiserView organiser = pages.organiser(key);
        pages.describe(Kept.AREA, organiser, removed, model);
        model.addAttribute("areas", particulars.areas(organiser.id()));
        return "organisation/keeping/areas";
    }

    @GetMapping("/new")
    String empty(@PathVariable String key, Model model) {
        OrganiserView organiser = pages.organiser(key);
        pages.requireRight(Kept.AREA, organiser);
        return form(organiser, 0, FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping
    String add(
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response) {
        OrganiserView organiser = pages.organiser(key);
        pages.requireRight(Kept.AREA, organiser);
        SentForm sent = SentForm.of(fields);
        FormErrors errors = errors(sent);
        if (!errors.isEmpty()) {
            return form(organiser, 0, FormAgain.refused(sent, errors, response), model);
        }
        try {
            return "redirect:"
                    + sentForms.once(sent.token(), () -> {
                        areas.add(organiser.id(), sent.text("name"), ids(sent, "unit"));
                        return address(organiser);
                    });
        } catch (Refusal refusal) {
            return form(organiser, 0, FormAgain.of(refusal, sent, SentForm::empty, COMPARED, response), model);
        }
    }

    @GetMapping("/{id}")
    String filled(@PathVariable String key, @PathVariable long id, Model model) {
        OrganiserView organiser = pages.organiser(key);
        pages.requireRight(Kept.AREA, organiser);
        return form(organiser, id, FormAgain.shown(now(organiser, id)), model);
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable String key,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            Model model,
            HttpServletResponse response) {
        OrganiserView organiser = pages.organiser(key);
        pages.requireRight(Kept.AREA, organiser);
        SentForm sent = SentForm.of(fields);
        FormErrors errors = errors(sent);
        if (!errors.isEmpty()) {
            return form(organiser, id, FormAgain.refused(sent, errors, response), model);
        }
        try {
            return "redirect:"
                    + sentForms.once(sent.token(), () -> {
                        Set<Long> shown = ids(sent, "shown");
                        Set<Long> ticked = ids(sent, "unit");
                        areas.change(
                                organiser.id(),
                                id,
                                sent.version(),
                                sent.text("name"),
                                without(ticked, shown),
                                without(shown, ticked));
                        return address(organiser);
                    });
        } catch (Refusal refusal) {
            return form(
                    organiser, id, FormAgain.of(refusal, sent, () -> now(organiser, id), COMPARED, response), model);
        }
    }

    @PostMapping("/{id}/remove")
    String remove(@PathVariable String key, @PathVariable long id, @RequestParam MultiValueMap<String, String> fields) {
        OrganiserView organiser = pages.organiser(key);
        SentForm sent = SentForm.of(fields);
        return "redirect:"
                + sentForms.once(sent.token(), () -> {
                    areas.remove(organiser.id(), id, sent.version());
                    return address(organiser) + "?removed=" + id;
                });
    }

    private String form(OrganiserView organiser, long id, FormAgain again, Model model) {
        model.addAttribute("organiser", organiser);
        model.addAttribute("id", id);
        model.addAttribute("again", again);
        model.addAttribute("units", directory.unitsOfOrganiser(organiser.id()));
        return "organisation/keeping/area";
    }

    /** The form as it would be shown to somebody who comes now; what was ticked then is kept beside what is now. */
    private SentForm now(OrganiserView organiser, long id) {
        AreaView area = areas.area(organiser.id(), id);
        List<String> units =
                area.units().stream().map(unit -> Long.toString(unit.id())).toList();
        return SentForm.ofVersion(area.version())
                .with("name", area.name())
                .with("unit", units)
                .with("shown", units);
    }

    private static FormErrors errors(SentForm sent) {
        return KeptFields.name(sent, "area.refusal.name");
    }

    private static Set<Long> ids(SentForm sent, String field) {
        return sent.all(field).stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Long> without(Set<Long> some, Set<Long> others) {
        Set<Long> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }

    private static String address(OrganiserView organiser) {
        return "/organisers/" + organiser.key() + "/areas";
    }
}
