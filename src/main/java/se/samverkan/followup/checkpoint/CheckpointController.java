package se.samverkan.followup.checkpoint;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.shared.Period;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** One checkpoint: written as the group goes, closed, opened again, skipped. */
@Controller
@RequestMapping("/follow-ups/{plan}/checkpoints/{term}")
class CheckpointController {

    private static final String WORDS = "checkpoint-words";

    private final Checkpoints checkpoints;
    private final CheckpointReading reading;
    private final Saving saving;
    private final OnceOnPage once;
    private final TransactionTemplate transactions;

    CheckpointController(
            Checkpoints checkpoints,
            CheckpointReading reading,
            Saving saving,
            OnceOnPage once,
            TransactionTemplate transactions) {
        this.checkpoints = checkpoints;
        this.reading = reading;
        this.saving = saving;
        this.once = once;
        this.transactions = transactions;
    }

    @GetMapping
    String show(@PathVariable long plan, @PathVariable String term, Model model) {
        return page(plan, term(term), Optional.empty(), model);
    }

    private static Period term(String key) {
        if (!key.matches("20\\d{2}[14]")) {
            throw Refusal.notSeen();
        }
        return Period.ofKey(Integer.parseInt(key));
    }

    private CheckpointNow read(long plan, Period term) {
        return java.util.Objects.requireNonNull(transactions.execute(status -> reading.read(plan, term)));
    }

    private String page(long plan, Period term, Optional<FormAgain> again, Model model) {
        CheckpointNow now = read(plan, term);
        model.addAttribute("now", now);
        model.addAttribute("again", again.orElseGet(() -> FormAgain.shown(now.filled())));
        return "followup/checkpoint/checkpoint";
    }

    @PostMapping
    String write(
            @PathVariable long plan,
            @PathVariable String term,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new Writing(plan, term(term), model), response);
    }

    private final class Writing implements Saving.Form {

        private final long plan;
        private final Period term;
        private final Model model;
        private final CheckpointForm form;

        Writing(long plan, Period term, Model model) {
            this.plan = plan;
            this.term = term;
            this.model = model;
            this.form = read(plan, term).form();
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return form.errors(sent);
        }

        @Override
        public String save(SentForm sent) {
            checkpoints.write(plan, term, sent.version(), form.draft(sent), form.texts(sent));
            return CheckpointView.address(plan, term) + "?saved=yes";
        }

        @Override
        public SentForm now() {
            CheckpointNow now = read(plan, term);
            return form.form(now.checkpoint().version(), now.checkpoint().said());
        }

        @Override
        public java.util.List<Compared> compared() {
            return form.compared();
        }

        @Override
        public String page(FormAgain again) {
            return CheckpointController.this.page(plan, term, Optional.of(again), model);
        }
    }

    @PostMapping("/closing")
    String close(
            @PathVariable long plan,
            @PathVariable String term,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return does(plan, term, fields, response, model, (sent, of) -> checkpoints.close(plan, of, sent.version()));
    }

    @PostMapping("/reopening")
    String reopen(
            @PathVariable long plan,
            @PathVariable String term,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return does(
                plan,
                term,
                fields,
                response,
                model,
                (sent, of) -> checkpoints.reopen(plan, of, sent.version(), FreeText.of(sent, WORDS)));
    }

    @PostMapping("/skipping")
    String skip(
            @PathVariable long plan,
            @PathVariable String term,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return does(
                plan,
                term,
                fields,
                response,
                model,
                (sent, of) -> checkpoints.skip(plan, of, sent.version(), FreeText.of(sent, WORDS)));
    }

    private String does(
            long plan,
            String term,
            MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            BiConsumer<SentForm, Period> deed) {
        SentForm sent = SentForm.of(fields);
        Period of = term(term);
        return once.does(
                sent,
                () -> deed.accept(sent, of),
                CheckpointView.address(plan, of),
                errors -> {
                    SentForm filled = read(plan, of).filled().with(WORDS, sent.text(WORDS));
                    return page(plan, of, Optional.of(new FormAgain(filled, errors, java.util.List.of())), model);
                },
                response);
    }
}
