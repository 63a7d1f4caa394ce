package se.samverkan.agreement.text;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.discussion.Discussion;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.records.mark.MarkView;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.Page;
import se.samverkan.shared.page.PageSource;
import se.samverkan.shared.page.ReasonedDeed;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The agreement as each party meets it: its own text, the other's, how they differ, and the steps to one that both accept. */
@Controller
@RequestMapping("/agreements")
class AgreementController {

    private static final int MOST_LINES = 100;

    private final Agreements agreements;
    private final Partnerships partnerships;
    private final Discussion discussion;
    private final ClauseMarks marks;
    private final RecordLog log;
    private final Saving saving;
    private final OnceOnPage once;
    private final PageSource source;

    AgreementController(
            Agreements agreements,
            Partnerships partnerships,
            Discussion discussion,
            ClauseMarks marks,
            RecordLog log,
            Saving saving,
            OnceOnPage once,
            PageSource source) {
        this.agreements = agreements;
        this.partnerships = partnerships;
        this.discussion = discussion;
        this.marks = marks;
        this.log = log;
        this.saving = saving;
        this.once = once;
        this.source = source;
    }

    static String address(long agreement) {
        return "/agreements/" + agreement;
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, Model model) {
        return shown(id, FormErrors.none(), model);
    }

    private String shown(long id, FormErrors errors, Model model) {
        AgreementView agreement = agreements.agreement(id);
        model.addAttribute("comments", discussion.of(AgreementDiscussed.KIND, id));
        Map<Long, MarkView> standing = marks.of(agreement.shown());
        model.addAttribute("marks", standing);
        List<RecordLog.Line> lines =
                log.within(Set.of(Agreements.own(agreement)), "agreement", Long.toString(id), MOST_LINES);
        model.addAttribute("log", ClauseMarks.told(lines, standing));
        model.addAttribute("errors", errors);
        return page("agreement", agreement, model);
    }

    /** How the text that was handed over last differs from the own one; or from the edition before it, once it is settled. */
    @GetMapping("/{id}/comparison")
    String compare(
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int edition,
            HttpServletRequest request,
            Model model) {
        AgreementView agreement = agreements.agreement(id);
        AgreementView.Edition before =
                agreement.edition(edition).or(agreement::latest).orElseThrow(Refusal::notSeen);
        AgreementText after = agreement.canBeWritten()
                ? agreement.working().map(AgreementView.Working::text).orElse(before.text())
                : agreement.agreed().orElse(before.text());
        Page page = source.of(request);
        model.addAttribute("before", before);
        model.addAttribute(
                "parts",
                TextDifference.between(before.text(), after, each -> InterventionSentence.of(each, page.words())));
        return page("comparison", agreement, model);
    }

    @GetMapping("/{id}/handover")
    String handOver(@PathVariable long id, Model model) {
        AgreementView agreement = agreements.toWrite(id);
        return handOverPage(agreement, FormAgain.shown(SentForm.ofVersion(version(agreement))), model);
    }

    @PostMapping("/{id}/handover")
    String handOver(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new HandOver(agreements.toWrite(id), model), response);
    }

    @PostMapping("/{id}/acceptance")
    String accept(
            @PathVariable long id,
            @RequestParam int edition,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        agreements.agreement(id);
        return once.does(
                SentForm.of(fields),
                () -> agreements.accept(id, edition),
                address(id),
                errors -> shown(id, errors, model),
                response);
    }

    @PostMapping("/{id}/takeover")
    String takeOver(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        agreements.agreement(id);
        SentForm sent = SentForm.of(fields);
        return once.does(
                sent,
                () -> agreements.takeOver(id, sent.version()),
                address(id),
                errors -> shown(id, errors, model),
                response);
    }

    @GetMapping("/{id}/setting-aside")
    String setAside(@PathVariable long id, Model model) {
        return asidePage(agreements.toWrite(id), FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping("/{id}/setting-aside")
    String setAside(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        AgreementView agreement = agreements.toWrite(id);
        return saving.save(
                SentForm.of(fields),
                new ReasonedDeed(
                        "why",
                        "agreement.refusal.why",
                        sent -> setAside(agreement, sent),
                        SentForm::empty,
                        again -> asidePage(agreement, again, model)),
                response);
    }

    private String setAside(AgreementView agreement, SentForm sent) {
        agreements.setAside(agreement.id(), FreeText.of(sent, "why"));
        return "/partnerships/" + agreement.partnership() + "/agreements";
    }

    private String handOverPage(AgreementView agreement, FormAgain again, Model model) {
        model.addAttribute("again", again);
        return page("handover", agreement, model);
    }

    private String asidePage(AgreementView agreement, FormAgain again, Model model) {
        model.addAttribute("again", again);
        return page("aside", agreement, model);
    }

    private String page(String name, AgreementView agreement, Model model) {
        PartnershipView partnership = partnerships.find(agreement.partnership()).orElseThrow(Refusal::notSeen);
        model.addAttribute("agreement", agreement);
        model.addAttribute("partnership", partnership);
        return "agreement/text/" + name;
    }

    private static int version(AgreementView agreement) {
        return agreement.working().map(AgreementView.Working::version).orElse(0);
    }

    private final class HandOver implements Saving.Form {

        private final AgreementView agreement;
        private final Model model;

        HandOver(AgreementView agreement, Model model) {
            this.agreement = agreement;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return FreeText.errors(FormErrors.none(), sent, "note");
        }

        @Override
        public String save(SentForm sent) {
            agreements.handOver(agreement.id(), sent.version(), FreeText.of(sent, "note"));
            return address(agreement.id());
        }

        @Override
        public SentForm now() {
            return SentForm.ofVersion(version(agreements.agreement(agreement.id())));
        }

        @Override
        public List<Compared> compared() {
            return List.of(Compared.text("note"));
        }

        @Override
        public String page(FormAgain again) {
            return handOverPage(agreement, again, model);
        }
    }
}
