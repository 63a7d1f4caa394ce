package se.samverkan.analysis.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.Chain;
import se.samverkan.analysis.chain.Chains;
import se.samverkan.analysis.chain.Part;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** Writes the parts of an analysis, one at a time, where they stand in the tree. */
@Controller
@RequestMapping("/analyses/{id}/parts")
class PartController {

    private final Analyses analyses;
    private final Chains chains;
    private final PartPage pages;
    private final Saving saving;

    PartController(Analyses analyses, Chains chains, PartPage pages, Saving saving) {
        this.analyses = analyses;
        this.chains = chains;
        this.pages = pages;
        this.saving = saving;
    }

    @GetMapping("/new")
    String add(
            @PathVariable long id,
            @RequestParam String kind,
            @RequestParam Optional<Long> under,
            @RequestParam(defaultValue = "") String sort,
            @RequestParam(defaultValue = "") String heard,
            Model model) {
        AnalysisView analysis = analyses.toWrite(id);
        PartKind wanted = PartForm.kind(kind).orElseThrow(Refusal::notSeen);
        SentForm form = SentForm.empty().with("sort", sort).with("heard", heard);
        return pages.added(analysis, wanted, under, FormAgain.shown(form), model);
    }

    @PostMapping
    String add(
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        return saving.save(SentForm.of(fields), new Adding(analyses.toWrite(id), SentForm.of(fields), model), response);
    }

    @GetMapping("/{part}")
    String show(@PathVariable long id, @PathVariable long part, Model model) {
        return pages.of(id, part, Optional.empty(), FormErrors.none(), model);
    }

    @PostMapping("/{part}")
    String change(
            @PathVariable long id,
            @PathVariable long part,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        AnalysisView analysis = analyses.toWrite(id);
        Part before = chains.chain(analysis).find(part).orElseThrow(Refusal::notSeen);
        return saving.save(SentForm.of(fields), new Changing(analysis, before, model), response);
    }

    private final class Adding implements Saving.Form {

        private final AnalysisView analysis;
        private final PartKind kind;
        private final Optional<Long> under;
        private final Model model;

        Adding(AnalysisView analysis, SentForm sent, Model model) {
            this.analysis = analysis;
            this.kind = PartForm.kind(sent.text("kind")).orElseThrow(Refusal::notSeen);
            this.under = Optional.of(sent.text("under"))
                    .filter(text -> text.matches("\\d{1,18}"))
                    .map(Long::parseLong);
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return PartForm.errors(kind, sent);
        }

        /** Back to the tree in which it stands now. */
        @Override
        public String save(SentForm sent) {
            long part = chains.add(analysis.id(), PartForm.draft(kind, sent), under);
            Chain chain = chains.chain(analysis);
            return chain.treeOf(part)
                    .filter(root -> root.is(PartKind.PROBLEM))
                    .map(root -> analysis.address() + "?problem=" + root.id() + "#part-" + part)
                    .orElse(analysis.address() + "#part-" + part);
        }

        @Override
        public String page(FormAgain again) {
            return pages.added(analysis, kind, under, again, model);
        }
    }

    private final class Changing implements Saving.Form {

        private final AnalysisView analysis;
        private final Part part;
        private final Model model;

        Changing(AnalysisView analysis, Part part, Model model) {
            this.analysis = analysis;
            this.part = part;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return PartForm.errors(part.kind(), sent);
        }

        @Override
        public String save(SentForm sent) {
            chains.change(analysis.id(), part.id(), sent.version(), PartForm.draft(part.kind(), sent));
            return analysis.address() + "/parts/" + part.id();
        }

        @Override
        public SentForm now() {
            return PartForm.of(chains.chain(analysis).find(part.id()).orElseThrow(Refusal::notSeen));
        }

        @Override
        public List<Compared> compared() {
            return PartForm.COMPARED;
        }

        /** What the one who came second wrote is kept, whatever becomes of the form. */
        @Override
        public String page(FormAgain again) {
            if (again.isStale()) {
                chains.keepUnsaved(
                        analysis.id(),
                        part.id(),
                        again.form().text("part-title"),
                        again.form().text("part-words"));
            }
            return pages.of(analysis.id(), part.id(), Optional.of(again), FormErrors.none(), model);
        }
    }
}
