package se.samverkan.organisation.keeping;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.RequestMapping;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.Particulars;
import se.samverkan.organisation.Particulars.AreaView;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.SentForm;

/** The areas of an organiser, each a name and a set of units. */
@Controller
@RequestMapping("/organisers/{key}/areas")
class AreaController extends KeptController<OrganiserView> {

    private final Areas areas;
    private final Particulars particulars;
    private final Directory directory;

    AreaController(KeptPages pages, Areas areas, Particulars particulars, Directory directory) {
        super(Kept.AREA, pages, pages::organiser, organiser -> organiser);
        this.areas = areas;
        this.particulars = particulars;
        this.directory = directory;
    }

    @Override
    String address(OrganiserView organiser) {
        return "/organisers/" + organiser.key() + "/areas";
    }

    @Override
    String list(OrganiserView organiser, Model model) {
        model.addAttribute("areas", particulars.areas(organiser.id()));
        return "organisation/keeping/areas";
    }

    @Override
    String form(OrganiserView organiser, Model model) {
        model.addAttribute("units", directory.unitsOfOrganiser(organiser.id()));
        return "organisation/keeping/area";
    }

    @Override
    SentForm blank() {
        return SentForm.empty();
    }

    @Override
    SentForm now(OrganiserView organiser, long id) {
        AreaView area = areas.area(organiser.id(), id);
        return SentForm.ofVersion(area.version())
                .with("name", area.name())
                .with(
                        "unit",
                        area.units().stream()
                                .map(unit -> Long.toString(unit.id()))
                                .toList());
    }

    @Override
    List<Compared> compared() {
        return List.of(Compared.text("name"));
    }

    @Override
    FormErrors errors(OrganiserView organiser, SentForm sent) {
        return KeptFields.name(sent, "area.refusal.name");
    }

    @Override
    void add(OrganiserView organiser, SentForm sent) {
        areas.add(organiser.id(), sent.text("name"), ids(sent.all("unit")));
    }

    @Override
    void change(OrganiserView organiser, long id, SentForm sent) {
        Set<Long> ticked = ids(sent.all("unit"));
        Set<Long> shown = ids(sent.seen("unit"));
        areas.change(
                organiser.id(), id, sent.version(), sent.text("name"), without(ticked, shown), without(shown, ticked));
    }

    private static Set<Long> ids(List<String> boxes) {
        return boxes.stream()
                .filter(id -> id.matches("\\d{1,18}"))
                .map(Long::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<Long> without(Set<Long> some, Set<Long> others) {
        Set<Long> left = new TreeSet<>(some);
        left.removeAll(others);
        return left;
    }
}
