package se.samverkan.organisation.keeping;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.shared.Bin;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.SentForms;
import se.samverkan.shared.page.SentForm;

/** The bin of an organiser: what has been removed in every room and can be taken back for 30 days. */
@Controller
@RequestMapping("/organisers/{key}/bin")
class BinController {

    private final KeptPages pages;
    private final List<Bin> bins;
    private final SentForms sentForms;

    BinController(KeptPages pages, List<Bin> bins, SentForms sentForms) {
        this.pages = pages;
        this.bins = bins;
        this.sentForms = sentForms;
    }

    @GetMapping
    String removed(@PathVariable String key, Model model) {
        OrganiserView organiser = pages.organiser(key);
        List<Bin> own = bins.stream().filter(bin -> bin.allows(organiser.id())).toList();
        if (own.isEmpty()) {
            pages.requireRight(Kept.AREA, organiser);
        }
        model.addAttribute("organiser", organiser);
        model.addAttribute(
                "things",
                own.stream()
                        .flatMap(bin -> bin.removed(organiser.id()).stream())
                        .sorted(Comparator.comparing(Bin.Removed::removedAt).reversed())
                        .toList());
        return "organisation/keeping/bin";
    }

    @PostMapping("/{type}/{id}")
    String takeBack(
            @PathVariable String key,
            @PathVariable String type,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields) {
        OrganiserView organiser = pages.organiser(key);
        Bin bin =
                bins.stream().filter(one -> one.type().equals(type)).findFirst().orElseThrow(Refusal::notSeen);
        SentForm sent = SentForm.of(fields);
        return "redirect:"
                + sentForms.once(sent.token(), () -> {
                    bin.takeBack(organiser.id(), id);
                    return back(sent, organiser);
                });
    }

    /** Only to a page of our own. */
    private static String back(SentForm sent, OrganiserView organiser) {
        String back = sent.text("back");
        return back.matches("/(?!/)[\\p{Alnum}/_-]*") ? back : "/organisers/" + organiser.key() + "/bin";
    }
}
