package se.samverkan.records.retention;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import se.samverkan.access.Names;
import se.samverkan.access.Names.PersonName;

/** How long things are kept, the lists that wait for somebody to decide, and what has gone. */
@Controller
@RequestMapping("/records/retention")
class RetentionController {

    private final Retention retention;
    private final Names names;

    RetentionController(Retention retention, Names names) {
        this.retention = retention;
        this.names = names;
    }

    @GetMapping
    String all(Model model) {
        List<ProposalView> proposals = retention.proposals();
        model.addAttribute("rules", retention.rules());
        model.addAttribute("retention", retention);
        model.addAttribute(
                "waiting", proposals.stream().filter(ProposalView::waits).toList());
        model.addAttribute(
                "decided", proposals.stream().filter(each -> !each.waits()).toList());
        model.addAttribute("names", names(names, proposals));
        return "records/retention/overview";
    }

    /** What those are called who proposed and decided. */
    static Map<Long, String> names(Names names, List<ProposalView> proposals) {
        return names
                .of(proposals.stream()
                        .flatMap(each -> each.decision() == null
                                ? Stream.of(each.proposedBy())
                                : Stream.of(each.proposedBy(), each.decision().by()))
                        .collect(Collectors.toSet()))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> name(each.getValue())));
    }

    private static String name(PersonName name) {
        return name.name();
    }
}
