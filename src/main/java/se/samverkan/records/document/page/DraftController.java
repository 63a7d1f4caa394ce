package se.samverkan.records.document.page;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.samverkan.records.document.Content;
import se.samverkan.records.document.Documented;
import se.samverkan.records.document.Documents;
import se.samverkan.records.document.Draft;
import se.samverkan.records.document.PlaceToWrite;
import se.samverkan.records.document.RecordRef;
import se.samverkan.records.file.ChosenFile;
import se.samverkan.records.file.Files;
import se.samverkan.records.file.StoredFile;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** A new document of one's own organisation or unit, from a file that one has. */
@Controller
@RequestMapping("/documents")
class DraftController {

    private final Documents documents;
    private final Files files;
    private final Saving saving;
    private final List<Documented> rooms;

    DraftController(Documents documents, Files files, Saving saving, List<Documented> rooms) {
        this.documents = documents;
        this.files = files;
        this.saving = saving;
        this.rooms = rooms;
    }

    @GetMapping("/new")
    String empty(@RequestParam(defaultValue = "") String record, Model model) {
        return new OneForm(null, places(), model)
                .page(FormAgain.shown(SentForm.empty().with("record", record)));
    }

    @PostMapping
    String draft(
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model) {
        List<PlaceToWrite> places = places();
        ChosenFile chosen = ChosenFile.of(files, SentForm.of(fields), file);
        return saving.save(chosen.form(), new OneForm(chosen, places, model), response);
    }

    /** The record that a form names as room and id; empty where it names none. */
    private static RecordRef record(SentForm sent) {
        String[] named = sent.text("record").split(":", 2);
        return named.length == 2 && !named[0].isBlank() && !named[1].isBlank()
                ? new RecordRef(named[0], named[1])
                : RecordRef.NONE;
    }

    /** @throws Refusal when the actor knows of no such record */
    private Optional<Documented.Place> into(RecordRef record) {
        return record.equals(RecordRef.NONE)
                ? Optional.empty()
                : Optional.of(rooms.stream()
                        .filter(room -> room.room().equals(record.room()))
                        .flatMap(room -> room.find(record.id()).stream())
                        .findFirst()
                        .orElseThrow(Refusal::notSeen));
    }

    /** The organiser that an agency's document in a record is about. */
    private @Nullable Long about(RecordRef record) {
        Documented.Place place = into(record).orElse(null);
        return place == null ? null : place.organiser();
    }

    private List<PlaceToWrite> places() {
        List<PlaceToWrite> places = documents.places();
        if (places.isEmpty()) {
            throw Refusal.notAllowed("refusal.verb.WRITE_DOCUMENTS");
        }
        return places;
    }

    private final class OneForm implements Saving.Form {

        private final @Nullable ChosenFile chosen;
        private final List<PlaceToWrite> places;
        private final Model model;

        OneForm(@Nullable ChosenFile chosen, List<PlaceToWrite> places, Model model) {
            this.chosen = chosen;
            this.places = places;
            this.model = model;
        }

        private Optional<StoredFile> file() {
            return chosen == null ? Optional.empty() : chosen.file();
        }

        private Optional<PlaceToWrite> place(SentForm sent) {
            return places.stream()
                    .filter(each -> each.key().equals(sent.text("place")))
                    .findFirst();
        }

        @Override
        public FormErrors errors(SentForm sent) {
            FormErrors errors = FormErrors.none();
            if (sent.text("title").isEmpty()) {
                errors = errors.with("title", "document.refusal.title");
            }
            if (place(sent).isEmpty()) {
                errors = errors.with("place", "document.refusal.place");
            }
            if (chosen != null) {
                errors = chosen.errors(errors);
            }
            if (file().isEmpty()
                    && errors.problems().stream().noneMatch(each -> each.field().equals(ChosenFile.FIELD))) {
                errors = errors.with(ChosenFile.FIELD, "document.refusal.file");
            }
            return FreeText.errors(errors, sent, "title");
        }

        @Override
        public String save(SentForm sent) {
            PlaceToWrite place = place(sent).orElseThrow();
            FreeText title = FreeText.of(sent, "title");
            RecordRef record = record(sent);
            long id = documents.draft(
                    new Draft(
                            place.organisation(),
                            place.organiser() ? Long.valueOf(place.organisation()) : about(record),
                            place.unit(),
                            "document",
                            title.text(),
                            Locale.of(sent.text("language").equals("en") ? "en" : "sv"),
                            record),
                    new Content.Sent(file().orElseThrow(Refusal::notSeen).id()),
                    List.of(),
                    title.numberReasonOrNull());
            return "/documents/" + id;
        }

        @Override
        public String page(FormAgain again) {
            model.addAttribute("places", places);
            model.addAttribute("into", into(record(again.form())));
            model.addAttribute("files", files);
            model.addAttribute("kept", file());
            model.addAttribute("again", again);
            return "records/document/page/draft";
        }
    }
}
