package se.samverkan.partnership.overview;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.Pager;
import se.samverkan.shared.page.Words;

/** The list of cases, on a page and to take away. Who has one case only, and runs none, is led straight to it. */
@Controller
@RequestMapping("/partnerships")
class CasesController {

    private static final int SIZE = 25;
    private static final int MOST = 100_000;
    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final StoredCases cases;
    private final CaseNaming naming;
    private final Rights rights;
    private final MessageSource messages;

    CasesController(StoredCases cases, CaseNaming naming, Rights rights, MessageSource messages) {
        this.cases = cases;
        this.naming = naming;
        this.rights = rights;
        this.messages = messages;
    }

    @GetMapping
    String list(
            @RequestParam Map<String, String> said,
            @RequestParam(defaultValue = "1") int page,
            Locale locale,
            Model model) {
        rights.require(Verb.READ_PARTNERSHIP);
        boolean officer = rights.allow(Verb.RUN_PARTNERSHIP);
        Optional<Long> only = officer || !said.isEmpty() ? Optional.empty() : cases.only();
        if (only.isPresent()) {
            return "redirect:/partnerships/" + only.get();
        }
        CaseQuery query = CaseQuery.of(said);
        Pager pager = new Pager(Math.clamp(page, 1, MOST), SIZE);
        model.addAttribute("query", query);
        model.addAttribute("found", cases.find(query, pager.page(), SIZE));
        model.addAttribute("pager", pager);
        model.addAttribute("naming", naming);
        model.addAttribute("officer", officer);
        model.addAttribute("cohorts", cases.cohorts());
        model.addAttribute("facilitators", officer ? cases.facilitators() : java.util.List.of());
        return "partnership/overview/cases";
    }

    @GetMapping("/list.csv")
    ResponseEntity<byte[]> csv(@RequestParam Map<String, String> said, Locale locale) {
        CasesExport export = export(locale);
        return OnceOnPage.file("samverkan.csv", CSV, export.csv(all(said)));
    }

    @GetMapping("/list.xlsx")
    ResponseEntity<byte[]> xlsx(@RequestParam Map<String, String> said, Locale locale) {
        CasesExport export = export(locale);
        return OnceOnPage.file("samverkan.xlsx", XLSX, export.xlsx(all(said)));
    }

    private CasesExport export(Locale locale) {
        rights.require(Verb.READ_PARTNERSHIP);
        return new CasesExport(new Words(messages, locale), naming);
    }

    private java.util.List<CaseRow> all(Map<String, String> said) {
        return cases.find(CaseQuery.of(said), 1, MOST).rows();
    }
}
