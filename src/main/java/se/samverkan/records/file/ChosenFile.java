package se.samverkan.records.file;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedRuntimeException;
import org.springframework.web.multipart.MultipartFile;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.Trouble;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.SentForm;

/**
 * The file that was chosen in a form. It is kept as it comes, so that a form which is refused for something else comes back
 * with it: the form then names it in a hidden field.
 *
 * @param form what was sent, naming the file that is kept
 * @param file the file, where there is one that can be taken
 * @param refusal why the chosen one cannot be taken
 */
public record ChosenFile(SentForm form, Optional<StoredFile> file, Optional<Refusal> refusal) {

    /** The field of the file itself. */
    public static final String FIELD = "file";

    /** The hidden field that names a file which is kept already. */
    public static final String KEPT = "kept-file";

    public static ChosenFile of(Files files, SentForm sent, @Nullable MultipartFile chosen) {
        Optional<Upload> upload = Upload.of(chosen);
        if (upload.isEmpty()) {
            return new ChosenFile(sent, kept(files, sent), Optional.empty());
        }
        try {
            StoredFile file = files.keep(upload.get());
            return new ChosenFile(sent.with(KEPT, Long.toString(file.id())), Optional.of(file), Optional.empty());
        } catch (Refusal refused) {
            return new ChosenFile(sent, kept(files, sent), Optional.of(refused));
        } catch (NestedRuntimeException | UncheckedIOException failure) {
            return new ChosenFile(sent, kept(files, sent), Optional.of(trouble(failure)));
        }
    }

    /** A full disk or a database that is gone, as a reason: nothing of the file is kept, and the form comes back. */
    private static Refusal trouble(RuntimeException failure) {
        Trouble trouble = Trouble.behind(failure);
        if (trouble == Trouble.UNFORESEEN) {
            throw failure;
        }
        return Refusal.rule("trouble." + trouble.rule());
    }

    private static Optional<StoredFile> kept(Files files, SentForm sent) {
        String id = sent.text(KEPT);
        return id.matches("\\d{1,18}")
                ? files.held(List.of(Long.valueOf(id))).stream().findFirst()
                : Optional.empty();
    }

    /** These and what is wrong with the file. */
    public FormErrors errors(FormErrors others) {
        return refusal.map(why -> others.with(FIELD, why.reason(), why.details()))
                .orElse(others);
    }
}
