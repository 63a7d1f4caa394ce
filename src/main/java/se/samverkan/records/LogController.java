package se.samverkan.records;

import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganiserView;

/** The log as a page of sentences. */
@Controller
class LogController {

    private final LogReading log;
    private final Directory directory;
    private final Rights rights;

    LogController(LogReading log, Directory directory, Rights rights) {
        this.log = log;
        this.directory = directory;
        this.rights = rights;
    }

    @GetMapping("/audit")
    ModelAndView log(
            @RequestParam @Nullable String organisation,
            @RequestParam @Nullable String person,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to,
            @RequestParam @Nullable String after) {
        LogQuery query = LogQuery.of(organisation, person, kind, from, to, after);
        LogReading.Leaf leaf = log.read(query);
        return new ModelAndView("records/audit")
                .addObject("query", query)
                .addObject("disposes", rights.allowEverywhere(Verb.DISPOSE_RECORDS))
                .addObject("links", leaf.links())
                .addObject("next", leaf.next().isEmpty() ? "" : next(query, leaf.next()))
                .addObject("kinds", log.kinds())
                .addObject("organisations", names(leaf));
    }

    private Map<Long, String> names(LogReading.Leaf leaf) {
        return leaf.links().stream()
                .map(LogReader.Link::organisation)
                .distinct()
                .map(directory::organiserById)
                .flatMap(java.util.Optional::stream)
                .collect(Collectors.toMap(OrganiserView::id, OrganiserView::name));
    }

    private static String next(LogQuery query, String after) {
        return UriComponentsBuilder.fromPath("/audit")
                .queryParam("organisation", "{organisation}")
                .queryParam("person", "{person}")
                .queryParam("kind", "{kind}")
                .queryParam("from", "{from}")
                .queryParam("to", "{to}")
                .queryParam("after", "{after}")
                .encode()
                .buildAndExpand(query.organisation(), query.person(), query.kind(), query.from(), query.to(), after)
                .toUriString();
    }
}
