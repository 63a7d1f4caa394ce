package se.samverkan.statistics.skolverket;

import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import se.samverkan.shared.Progress;
import se.samverkan.statistics.Sync;

/** The button that fetches from Skolverket, and the page that shows how far it has come and what came of it. */
@Controller
class SyncController {

    private final Sync sync;
    private final Progress progress;

    SyncController(Sync sync, Progress progress) {
        this.sync = sync;
        this.progress = progress;
    }

    @PostMapping("/sync")
    String start() {
        return "redirect:/sync/" + sync.start();
    }

    /** The page, or for a script that asks again only the part that changes. */
    @GetMapping("/sync/{id}")
    String show(
            @PathVariable UUID id,
            @RequestHeader(name = "HX-Request", required = false) Optional<String> script,
            Model model) {
        Sync.Receipt receipt = sync.receipt(id);
        model.addAttribute("receipt", receipt);
        model.addAttribute("progress", receipt.endedAt().isPresent() ? Optional.empty() : newest());
        return script.isPresent() ? "statistics/skolverket/outcome" : "statistics/skolverket/sync";
    }

    private Optional<Progress.State> newest() {
        return progress.newest().stream()
                .filter(state -> state.work().equals("sync") && state.outcome().isEmpty())
                .findFirst();
    }
}
