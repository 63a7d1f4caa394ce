package se.samverkan.survey.idea;

import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.QrCode;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;
import se.samverkan.survey.idea.IdeaRound.Standing;
import se.samverkan.survey.idea.IdeaRounds.Put;

/** The screen of an idea round: what comes in as it comes in, the grouping, and what was voted for. */
@Controller
@RequestMapping("/ideas/{id}")
class IdeaController {

    private static final int MOST_LINES = 100;
    private static final String FIELD = "idea-";

    private final IdeaRounds rounds;
    private final RecordLog log;
    private final Saving saving;
    private final OnceOnPage once;
    private final TransactionOperations transactions;

    IdeaController(
            IdeaRounds rounds, RecordLog log, Saving saving, OnceOnPage once, TransactionOperations transactions) {
        this.rounds = rounds;
        this.log = log;
        this.saving = saving;
        this.once = once;
        this.transactions = transactions;
    }

    @GetMapping
    String show(@PathVariable long id, Model model) {
        return page(id, FormErrors.none(), Optional.empty(), model);
    }

    /** What the screen fetches every second while phones write and vote. */
    @GetMapping("/live")
    String live(@PathVariable long id, Model model) {
        fill(id, model);
        return "survey/idea/live";
    }

    private void fill(long id, Model model) {
        transactions.executeWithoutResult(status -> {
            IdeaRound round = rounds.round(id);
            model.addAttribute("round", round);
            model.addAttribute("ideas", rounds.ideas(round));
            model.addAttribute("groups", rounds.groups(round));
            model.addAttribute("ballots", rounds.ballots(round));
        });
    }

    private String page(long id, FormErrors errors, Optional<FormAgain> again, Model model) {
        transactions.executeWithoutResult(status -> {
            fill(id, model);
            IdeaRound round = rounds.round(id);
            model.addAttribute("removed", rounds.removed(round));
            model.addAttribute("removedGroups", rounds.removedGroups(round));
            model.addAttribute("log", log.of("idea-round", Long.toString(id), MOST_LINES));
            String address = ServletUriComponentsBuilder.fromCurrentContextPath()
                    .path(round.link())
                    .toUriString();
            model.addAttribute("address", address);
            model.addAttribute("qr", QrCode.of(address));
            model.addAttribute("again", again.orElseGet(() -> FormAgain.shown(form(round))));
        });
        model.addAttribute("errors", errors);
        return "survey/idea/round";
    }

    private SentForm form(IdeaRound round) {
        SentForm form = SentForm.ofVersion(round.version());
        for (Idea idea : rounds.ideas(round)) {
            form = form.with(
                    FIELD + idea.id(), idea.group().map(Object::toString).orElse(""));
        }
        return form;
    }

    @PostMapping("/standing")
    String move(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        SentForm sent = SentForm.of(fields);
        Standing next = List.of(Standing.values()).stream()
                .filter(each -> each.name().equals(sent.text("next")))
                .findFirst()
                .orElseThrow(() -> Refusal.malformed("refusal.form-incomplete"));
        return act(id, sent, () -> rounds.move(id, sent.version(), next), response, model);
    }

    @PostMapping("/groups")
    String addGroup(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        SentForm sent = SentForm.of(fields);
        return act(id, sent, () -> rounds.addGroup(id, sent.text("name")), response, model);
    }

    @PostMapping("/groups/{group}/removal")
    String removeGroup(
            @PathVariable long id,
            @PathVariable long group,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return act(id, SentForm.of(fields), () -> rounds.removeGroup(id, group), response, model);
    }

    @PostMapping("/groups/removed/{group}/restoration")
    String takeGroupBack(
            @PathVariable long id,
            @PathVariable long group,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return act(id, SentForm.of(fields), () -> rounds.takeGroupBack(id, group), response, model);
    }

    @PostMapping("/ideas/{idea}/removal")
    String remove(
            @PathVariable long id,
            @PathVariable UUID idea,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return act(id, SentForm.of(fields), () -> rounds.remove(id, idea), response, model);
    }

    @PostMapping("/ideas/{idea}/restoration")
    String takeBack(
            @PathVariable long id,
            @PathVariable UUID idea,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return act(id, SentForm.of(fields), () -> rounds.takeBack(id, idea), response, model);
    }

    private String act(long id, SentForm sent, Runnable deed, HttpServletResponse response, Model model) {
        rounds.round(id);
        return once.does(sent, deed, "/ideas/" + id, errors -> page(id, errors, Optional.empty(), model), response);
    }

    @PostMapping("/grouping")
    String group(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new Grouping(rounds.round(id), model), response);
    }

    /** Where each idea stands; two who put the same idea in different groups are told of one another. */
    private final class Grouping implements Saving.Form {

        private final IdeaRound round;
        private final Model model;

        Grouping(IdeaRound round, Model model) {
            this.round = round;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return FormErrors.none();
        }

        @Override
        public String save(SentForm sent) {
            Map<UUID, Put> changed = new HashMap<>();
            sent.written().stream().filter(field -> field.startsWith(FIELD)).forEach(field -> {
                Optional<Long> seen =
                        number(sent.seen(field).stream().findFirst().orElse(""));
                Optional<Long> group = number(sent.text(field));
                if (!seen.equals(group)) {
                    changed.put(UUID.fromString(field.substring(FIELD.length())), new Put(seen, group));
                }
            });
            rounds.put(round.id(), changed);
            return "/ideas/" + round.id();
        }

        private static Optional<Long> number(String text) {
            return text.matches("\\d{1,18}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
        }

        @Override
        public SentForm now() {
            return form(rounds.round(round.id()));
        }

        @Override
        public List<Compared> compared() {
            return rounds.ideas(round).stream()
                    .map(idea -> Compared.text(FIELD + idea.id()))
                    .toList();
        }

        @Override
        public String page(FormAgain again) {
            return IdeaController.this.page(round.id(), again.errors(), Optional.of(again), model);
        }
    }
}
