package se.samverkan.meeting.assignment;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.samverkan.meeting.MeetingView;
import se.samverkan.meeting.plan.Planning;
import se.samverkan.records.file.ChosenFile;
import se.samverkan.records.file.FileAnswer;
import se.samverkan.records.file.Files;
import se.samverkan.records.file.StoredFile;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Origins;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** One assignment: what it is, how it goes, and the form that reports it. */
@Controller("assignmentReportController")
@RequestMapping("/meetings/{meeting}/assignments/{id}")
class ReportController {

    private final Assignments assignments;
    private final Planning planning;
    private final Files files;
    private final FileAnswer answer;
    private final Saving saving;
    private final Origins origins;
    private final TransactionTemplate reading;

    ReportController(
            Assignments assignments,
            Planning planning,
            Files files,
            FileAnswer answer,
            Saving saving,
            Origins origins,
            TransactionTemplate transactions) {
        this.assignments = assignments;
        this.planning = planning;
        this.files = files;
        this.answer = answer;
        this.saving = saving;
        this.origins = origins;
        this.reading = transactions;
    }

    @GetMapping
    String show(@PathVariable long meeting, @PathVariable long id, Model model) {
        return page(meeting, id, FormAgain.shown(SentForm.empty()), List.of(), model);
    }

    @PostMapping
    String report(
            @PathVariable long meeting,
            @PathVariable long id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model) {
        assignments.assignment(meeting, id);
        ChosenFile chosen = ChosenFile.of(files, SentForm.of(fields), file);
        return saving.save(chosen.form(), new Reported(meeting, id, chosen, model), response);
    }

    @GetMapping("/files/{report}")
    void file(
            @PathVariable long meeting, @PathVariable long id, @PathVariable long report, HttpServletResponse response)
            throws IOException {
        answer.send(assignments.file(meeting, id, report), response);
    }

    private String page(long meetingId, long id, FormAgain again, List<StoredFile> kept, Model model) {
        reading.executeWithoutResult(status -> {
            AssignmentView assignment = assignments.assignment(meetingId, id);
            MeetingView meeting = planning.meeting(meetingId);
            model.addAttribute("partnership", planning.partnership(meeting.partnership()));
            model.addAttribute("meeting", meeting);
            model.addAttribute("assignment", assignment);
            model.addAttribute("origins", origins.of(assignment.address()));
            model.addAttribute("mayReport", assignments.mayReport(assignment));
            model.addAttribute("mayChange", assignments.mayGive(meeting));
        });
        model.addAttribute("megabytes", files.megabytes());
        model.addAttribute("kept", kept);
        model.addAttribute("again", again);
        return "meeting/assignment/assignment";
    }

    private final class Reported implements Saving.Form {

        private final long meeting;
        private final long id;
        private final ChosenFile chosen;
        private final Model model;

        Reported(long meeting, long id, ChosenFile chosen, Model model) {
            this.meeting = meeting;
            this.id = id;
            this.chosen = chosen;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = chosen.errors(FormErrors.none());
            String words = sent.text("words");
            if (words.isEmpty()
                    && chosen.file().isEmpty()
                    && !sent.text("is-done").equals("true")) {
                errors = errors.with("words", "meeting.refusal.report-empty");
            }
            if (words.length() > Assignments.LONGEST_REPORT) {
                errors = errors.with("words", "meeting.refusal.too-long", words.length(), Assignments.LONGEST_REPORT);
            }
            return FreeText.errors(errors, sent, "words");
        }

        @Override
        public String save(SentForm sent) {
            assignments.report(
                    meeting,
                    id,
                    FreeText.of(sent, "words"),
                    chosen.file(),
                    sent.text("is-done").equals("true"));
            return "/meetings/" + meeting + "/assignments/" + id;
        }

        @Override
        public String page(FormAgain again) {
            return ReportController.this.page(
                    meeting, id, again, chosen.file().stream().toList(), model);
        }
    }
}
