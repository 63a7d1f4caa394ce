package se.samverkan.followup.report;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.discussion.Discussion;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.plan.FollowedPlans;
import se.samverkan.records.rendition.PdfDocument;
import se.samverkan.records.rendition.WordDocument;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The reports of a plan, and one of them: written, adopted by the unit and the organiser, handed in, opened again. */
@Controller("followUpReportController")
class ReportController {

    private static final String WORDS = "report-words";
    private static final int MOST_LINES = 30;
    private static final MediaType WORD =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
    private static final MediaType EXCEL =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Reports reports;
    private final FollowedPlans plans;
    private final ReportPapers papers;
    private final ReportFigures figures;
    private final Handing handing;
    private final Discussion discussion;
    private final Saving saving;
    private final OnceOnPage once;
    private final RecordLog log;
    private final TransactionTemplate reading;

    ReportController(
            Reports reports,
            FollowedPlans plans,
            ReportPapers papers,
            ReportFigures figures,
            Handing handing,
            Discussion discussion,
            Saving saving,
            OnceOnPage once,
            RecordLog log,
            TransactionTemplate transactions) {
        this.reports = reports;
        this.plans = plans;
        this.papers = papers;
        this.figures = figures;
        this.handing = handing;
        this.discussion = discussion;
        this.saving = saving;
        this.once = once;
        this.log = log;
        this.reading = transactions;
    }

    @GetMapping("/follow-ups/{plan}/reports")
    String list(@PathVariable long plan, Model model) {
        return list(plan, FormErrors.none(), model);
    }

    private String list(long plan, FormErrors errors, Model model) {
        reading.executeWithoutResult(status -> {
            FollowedPlan followed = plans.plan(plan);
            model.addAttribute("followed", followed);
            model.addAttribute("reports", reports.ofPlan(followed));
        });
        model.addAttribute("errors", errors);
        return "followup/report/reports";
    }

    /** Begins a report, or leads to the one that is begun. */
    @PostMapping("/follow-ups/{plan}/reports")
    String begin(@PathVariable long plan, @RequestParam(defaultValue = "") String kind) {
        long id = reports.begin(
                plan, ReportKind.named(kind).orElseThrow(() -> Refusal.malformed("refusal.form-incomplete")));
        return "redirect:/follow-up-reports/" + id;
    }

    @GetMapping("/follow-up-reports/{id}")
    @Transactional(readOnly = true)
    public String show(@PathVariable long id, Model model) {
        return page(id, FormAgain.shown(new ReportForm(read(id)).form()), model);
    }

    private ReportView read(long id) {
        return Objects.requireNonNull(reading.execute(status -> reports.report(id)));
    }

    private String page(long id, FormAgain again, Model model) {
        reading.executeWithoutResult(status -> {
            ReportView report = reports.report(id);
            model.addAttribute("report", report);
            model.addAttribute("form", new ReportForm(report));
            model.addAttribute("followed", plans.plan(report.plan()));
            model.addAttribute("approves", reports.approves(report));
            model.addAttribute("deviations", reports.deviations(report));
            model.addAttribute("answers", handing.answers(report));
            model.addAttribute(
                    "comments", discussion.of("followup", report.plan()).getOrDefault(report.part(), List.of()));
            model.addAttribute("log", log.of("followup", Long.toString(report.plan()), MOST_LINES));
        });
        model.addAttribute("again", again);
        return "followup/report/report";
    }

    @PostMapping("/follow-up-reports/{id}")
    String write(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new Writing(id, model), response);
    }

    private final class Writing implements Saving.Form {

        private final long id;
        private final Model model;
        private final ReportForm form;

        Writing(long id, Model model) {
            this.id = id;
            this.model = model;
            this.form = new ReportForm(read(id));
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return form.errors(sent);
        }

        @Override
        public String save(SentForm sent) {
            reports.write(id, sent.version(), form.areas(sent), form.parts(sent), form.texts(sent));
            return "/follow-up-reports/" + id;
        }

        @Override
        public SentForm now() {
            return new ReportForm(read(id)).form();
        }

        @Override
        public List<Compared> compared() {
            return form.compared();
        }

        @Override
        public String page(FormAgain again) {
            return ReportController.this.page(id, again, model);
        }
    }

    @PostMapping("/follow-up-reports/{id}/adoption")
    String adopt(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return does(id, fields, response, model, (sent, words) -> reports.adopt(id, sent.version()));
    }

    /** Decides for the organiser; {@code holds} is {@code yes}, or anything else to send it back. */
    @PostMapping("/follow-up-reports/{id}/decision")
    String decide(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String holds,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return does(
                id,
                fields,
                response,
                model,
                (sent, words) -> reports.decide(id, sent.version(), holds.equals("yes"), words));
    }

    @PostMapping("/follow-up-reports/{id}/handing-in")
    String handIn(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return does(id, fields, response, model, (sent, words) -> handing.handIn(id, sent.version(), words));
    }

    @PostMapping("/follow-up-reports/{id}/reopening")
    String reopen(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return does(id, fields, response, model, (sent, words) -> reports.reopen(id, sent.version(), words));
    }

    private String does(
            long id,
            MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model,
            BiConsumer<SentForm, FreeText> deed) {
        SentForm sent = SentForm.of(fields);
        return once.does(
                sent,
                () -> deed.accept(sent, FreeText.of(sent, WORDS)),
                "/follow-up-reports/" + id,
                errors -> page(
                        id,
                        new FormAgain(new ReportForm(read(id)).form().with(WORDS, sent.text(WORDS)), errors, List.of()),
                        model),
                response);
    }

    /** The report as a document, or its figures to count with. */
    @GetMapping("/follow-up-reports/{id}/report.{format}")
    ResponseEntity<byte[]> document(@PathVariable long id, @PathVariable String format) {
        return Objects.requireNonNull(reading.execute(status -> {
            ReportView report = reports.report(id);
            FollowedPlan plan = plans.plan(report.plan());
            String name = "report-" + id + "." + format;
            return switch (format) {
                case "pdf" ->
                    OnceOnPage.file(name, MediaType.APPLICATION_PDF, PdfDocument.write(papers.rendition(plan, report)));
                case "docx" -> OnceOnPage.file(name, WORD, WordDocument.write(papers.rendition(plan, report)));
                case "csv" -> OnceOnPage.file(name, MediaType.parseMediaType("text/csv"), figures.csv(plan));
                case "xlsx" -> OnceOnPage.file(name, EXCEL, figures.xlsx(plan));
                default -> throw Refusal.notSeen();
            };
        }));
    }
}
