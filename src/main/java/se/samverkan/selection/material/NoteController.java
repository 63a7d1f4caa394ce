package se.samverkan.selection.material;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.samverkan.selection.material.StoredNotes.Kept;
import se.samverkan.selection.round.RoundUnits;
import se.samverkan.selection.round.RoundView;
import se.samverkan.selection.round.SelectionRounds;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.SentForms;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The Inspectorate's material of a round: a list, a form for one more piece, its files, and the way to take it back. */
@Controller
@RequestMapping("/selection/{round}/notes")
class NoteController {

    private static final String[] WRITTEN = {"source", "note"};

    private final SelectionRounds rounds;
    private final InspectorateNotes notes;
    private final RoundUnits units;
    private final Saving saving;
    private final SentForms sentForms;

    NoteController(
            SelectionRounds rounds, InspectorateNotes notes, RoundUnits units, Saving saving, SentForms sentForms) {
        this.rounds = rounds;
        this.notes = notes;
        this.units = units;
        this.saving = saving;
        this.sentForms = sentForms;
    }

    @GetMapping
    String list(@PathVariable long round, Model model) {
        List<Kept> all = notes.all(round);
        model.addAttribute("round", rounds.round(round));
        model.addAttribute("notes", all);
        model.addAttribute(
                "units", units.byId(all.stream().map(Kept::unit).distinct().toList()));
        return "selection/material/notes";
    }

    @GetMapping("/new")
    String empty(@PathVariable long round, @RequestParam String unit, Model model) {
        return form(rounds.roundToPrepare(round), unit, FormAgain.shown(SentForm.empty()), model);
    }

    @PostMapping
    String add(
            @PathVariable long round,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model) {
        RoundView prepared = rounds.roundToPrepare(round);
        return saving.save(SentForm.of(fields), new OneForm(prepared, file, model), response);
    }

    @PostMapping("/{note}/withdrawal")
    String withdraw(
            @PathVariable long round, @PathVariable long note, @RequestParam MultiValueMap<String, String> fields) {
        rounds.roundToPrepare(round);
        return "redirect:"
                + sentForms.once(SentForm.of(fields).token(), () -> {
                    notes.withdraw(round, note);
                    return address(round);
                });
    }

    /** The file to keep, never to be shown by the browser as if it were a page of ours. */
    @GetMapping("/{note}/file")
    ResponseEntity<byte[]> file(@PathVariable long round, @PathVariable long note) {
        NoteFile file = notes.file(round, note);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.type()))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.content());
    }

    private String form(RoundView round, String unit, FormAgain again, Model model) {
        model.addAttribute("round", round);
        model.addAttribute("unit", units.of(round, unit));
        model.addAttribute("again", again);
        return "selection/material/note";
    }

    private static Optional<NoteFile> read(@Nullable MultipartFile file) {
        if (file == null || (file.isEmpty() && nameOf(file).isEmpty())) {
            return Optional.empty();
        }
        if (file.getSize() > NoteFile.LARGEST) {
            throw NoteFile.tooLarge();
        }
        try {
            return Optional.of(NoteFile.of(nameOf(file), file.getBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String nameOf(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }

    private static String address(long round) {
        return "/selection/" + round + "/notes";
    }

    /** The form of a new piece. */
    private final class OneForm implements Saving.Form {

        private final RoundView round;
        private final @Nullable MultipartFile file;
        private final Model model;

        OneForm(RoundView round, @Nullable MultipartFile file, Model model) {
            this.round = round;
            this.file = file;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (sent.day("day").isEmpty()) {
                errors = errors.with("day", "selection.refusal.day");
            }
            if (sent.text("source").isEmpty()) {
                errors = errors.with("source", "selection.refusal.note-source");
            }
            try {
                if (read(file).isEmpty() && sent.text("note").isEmpty()) {
                    errors = errors.with("note", "selection.refusal.note-empty");
                }
            } catch (Refusal refused) {
                errors = errors.with("file", refused.reason(), refused.details());
            }
            return FreeText.errors(errors, sent, WRITTEN);
        }

        @Override
        public String save(SentForm sent) {
            notes.add(
                    round.id(),
                    new NoteDraft(
                            sent.text("unit"),
                            sent.day("day").orElseThrow(),
                            FreeText.of(sent, "source"),
                            FreeText.of(sent, "note"),
                            read(file)));
            return address(round.id());
        }

        @Override
        public SentForm now() {
            return SentForm.empty();
        }

        @Override
        public List<Compared> compared() {
            return List.of();
        }

        @Override
        public String page(FormAgain again) {
            return form(round, again.form().text("unit"), again, model);
        }
    }
}
