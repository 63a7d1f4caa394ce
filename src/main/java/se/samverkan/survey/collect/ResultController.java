package se.samverkan.survey.collect;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.OnceOnPage;
import se.samverkan.shared.page.PageSource;
import se.samverkan.survey.question.Result;

/** What a closed survey came to, as files. */
@Controller
class ResultController {

    private static final MediaType CSV = MediaType.valueOf("text/csv;charset=UTF-8");
    private static final MediaType XLSX =
            MediaType.valueOf("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Surveys surveys;
    private final PageSource source;

    ResultController(Surveys surveys, PageSource source) {
        this.surveys = surveys;
        this.source = source;
    }

    @GetMapping("/surveys/{id}/result.{format}")
    ResponseEntity<byte[]> result(@PathVariable long id, @PathVariable String format, HttpServletRequest request) {
        SurveyView survey = surveys.survey(id);
        Result result = surveys.result(survey).orElseThrow(Refusal::notSeen);
        ResultExport export = new ResultExport(source.of(request).words(), survey, result);
        String name = "survey-%d.%s".formatted(id, format);
        return switch (format) {
            case "csv" -> OnceOnPage.file(name, CSV, export.csv());
            case "xlsx" -> OnceOnPage.file(name, XLSX, export.xlsx());
            case "pdf" -> OnceOnPage.file(name, MediaType.APPLICATION_PDF, export.pdf());
            default -> throw Refusal.notSeen();
        };
    }
}
