package se.samverkan.evaluation.page;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import se.samverkan.evaluation.run.Evaluations;
import se.samverkan.evaluation.run.OutcomeResult;
import se.samverkan.evaluation.run.RunView;
import se.samverkan.shared.Progress;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.PageSource;
import se.samverkan.statistics.Indicators;

/** One run: how far it has come, what came of it, and all of it as one file. */
@Controller
@RequestMapping("/evaluations/{id}")
class RunController {

    private static final MediaType ZIP = MediaType.parseMediaType("application/zip");
    private static final int MOST_LINES = 20;

    private final Evaluations evaluations;
    private final Indicators indicators;
    private final Progress progress;
    private final RecordLog log;
    private final PageSource source;
    private final TransactionTemplate reading;

    RunController(
            Evaluations evaluations,
            Indicators indicators,
            Progress progress,
            RecordLog log,
            PageSource source,
            TransactionTemplate transactions) {
        this.evaluations = evaluations;
        this.indicators = indicators;
        this.progress = progress;
        this.log = log;
        this.source = source;
        this.reading = transactions;
    }

    /** The page, or for a script that asks again only the part that changes. */
    @GetMapping
    String show(
            @PathVariable long id,
            @RequestHeader(name = "HX-Request", required = false) Optional<String> script,
            HttpServletRequest request,
            Model model) {
        reading.executeWithoutResult(status -> {
            RunView run = evaluations.run(id);
            List<OutcomeResult> results = evaluations.results(id);
            Telling telling = new Telling(source.of(request).words(), indicators, results);
            model.addAttribute("run", run);
            model.addAttribute("told", results.stream().map(telling::tell).toList());
            model.addAttribute(
                    "progress", run.progress().filter(any -> run.goesOn()).flatMap(progress::find));
            model.addAttribute("mayTake", evaluations.mayAsk());
            model.addAttribute("log", log.within(Set.of(run.owner()), "evaluation", Long.toString(id), MOST_LINES));
        });
        return script.isPresent() ? "evaluation/page/results" : "evaluation/page/run";
    }

    @GetMapping("/evaluation.zip")
    ResponseEntity<byte[]> take(@PathVariable long id) {
        return OnceOnPage.file("evaluation-" + id + ".zip", ZIP, evaluations.file(id));
    }
}
