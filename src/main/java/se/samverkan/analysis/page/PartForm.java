package se.samverkan.analysis.page;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.samverkan.analysis.chain.Part;
import se.samverkan.analysis.chain.PartDraft;
import se.samverkan.analysis.chain.PartKind;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.SentForm;

/** The form in which a part is written. */
final class PartForm {

    /** The fields in which people write freely. */
    static final String[] WRITTEN = {"part-title", "part-words", "part-source"};

    /** The fields that two people may have changed at once. */
    static final List<Compared> COMPARED = List.of(
            Compared.text("part-title"),
            Compared.text("part-words"),
            Compared.text("part-source"),
            Compared.choice("sort", "analysis.sort."),
            Compared.choice("level", "analysis.cause-level."),
            Compared.choice("heard", "analysis.heard."));

    private PartForm() {}

    static SentForm of(Part part) {
        return SentForm.ofVersion(part.version())
                .with("part-title", part.title())
                .with("part-words", part.words())
                .with("part-source", part.source())
                .with("sort", part.sort())
                .with("level", part.level())
                .with("heard", part.heard());
    }

    static Optional<PartKind> kind(String name) {
        return Arrays.stream(PartKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst();
    }

    static FormErrors errors(PartKind kind, SentForm sent) {
        FormErrors errors = FormErrors.none();
        if (sent.text("part-title").isEmpty()) {
            errors = errors.with("part-title", "analysis.refusal.title." + kind);
        }
        errors = length(errors, sent, "part-title", "analysis.refusal.title-long", PartDraft.MOST_OF_TITLE);
        if ((kind == PartKind.EVIDENCE || kind == PartKind.CAUSE)
                && sent.text("sort").isEmpty()) {
            errors = errors.with("sort", "analysis.refusal.sort." + kind);
        }
        errors = length(errors, sent, "part-words", "analysis.refusal.words-long", PartDraft.MOST_OF_WORDS);
        errors = length(errors, sent, "part-source", "analysis.refusal.title-long", PartDraft.MOST_OF_TITLE);
        return FreeText.errors(errors, sent, WRITTEN);
    }

    private static FormErrors length(FormErrors errors, SentForm sent, String field, String key, int most) {
        int length = sent.text(field).length();
        return length > most ? errors.with(field, key, most, length) : errors;
    }

    /** @param sent a form without errors */
    static PartDraft draft(PartKind kind, SentForm sent) {
        return new PartDraft(
                kind,
                sent.text("sort"),
                sent.text("level"),
                sent.text("heard"),
                FreeText.of(sent, "part-title").text(),
                FreeText.of(sent, "part-words").text().replace("\r\n", "\n"),
                FreeText.of(sent, "part-source").text());
    }
}
