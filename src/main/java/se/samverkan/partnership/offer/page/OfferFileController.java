package se.samverkan.partnership.offer.page;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import se.samverkan.partnership.offer.OfferFiles;
import se.samverkan.partnership.offer.Offers;
import se.samverkan.records.file.ChosenFile;
import se.samverkan.records.file.FileAnswer;
import se.samverkan.records.file.Files;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** The files of an offer: attached, taken away, and read by those who read the offer. */
@Controller
@RequestMapping(OffersController.ADDRESS + "/{offer}/files")
class OfferFileController {

    private final Offers offers;
    private final OfferFiles attached;
    private final OfferPage page;
    private final Files files;
    private final FileAnswer answer;
    private final Saving saving;

    OfferFileController(
            Offers offers, OfferFiles attached, OfferPage page, Files files, FileAnswer answer, Saving saving) {
        this.offers = offers;
        this.attached = attached;
        this.page = page;
        this.files = files;
        this.answer = answer;
        this.saving = saving;
    }

    @GetMapping("/{file}")
    void read(@PathVariable long offer, @PathVariable long file, HttpServletResponse response) throws IOException {
        offers.offer(offer);
        answer.send(attached.file(offer, file), response);
    }

    @PostMapping
    String attach(
            @PathVariable long offer,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file,
            HttpServletResponse response,
            Model model) {
        offers.offerToRun(offer);
        ChosenFile chosen = ChosenFile.of(files, SentForm.of(fields), file);
        model.addAttribute("kept", chosen.file());
        return saving.save(
                chosen.form(),
                page.button(
                        offer,
                        OffersController.ADDRESS + "/" + offer + "#files",
                        sent -> attached.attach(
                                offer,
                                sent.version(),
                                chosen.file().orElseThrow(Refusal::notSeen).id()),
                        () -> errors(chosen),
                        model),
                response);
    }

    private static FormErrors errors(ChosenFile chosen) {
        FormErrors errors = chosen.errors(FormErrors.none());
        return errors.isEmpty() && chosen.file().isEmpty()
                ? errors.with(ChosenFile.FIELD, "partnership.offer.refusal.file")
                : errors;
    }

    @PostMapping("/{file}/removal")
    String detach(
            @PathVariable long offer,
            @PathVariable long file,
            @RequestParam MultiValueMap<String, String> fields,
            HttpServletResponse response,
            Model model) {
        offers.offerToRun(offer);
        return saving.save(
                SentForm.of(fields),
                page.button(
                        offer,
                        OffersController.ADDRESS + "/" + offer + "#files",
                        sent -> attached.detach(offer, sent.version(), file),
                        model),
                response);
    }
}
