package se.samverkan.selection.material;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.samverkan.shared.page.FreeText;

/**
 * A piece of the School Inspectorate's material as it is put in.
 *
 * @param unit the key of the unit
 * @param day the day that it is of
 * @param source where it comes from, such as the number of a decision
 * @param note what it says, in words; may be empty where there is a file
 * @param file the file, where there is one
 */
public record NoteDraft(String unit, LocalDate day, FreeText source, FreeText note, Optional<NoteFile> file) {

    /** The same with its file as it is kept, from which a place may have been taken out. */
    NoteDraft keeping(NoteFile kept) {
        return new NoteDraft(unit, day, source, note, Optional.of(kept));
    }

    /** Why a personal identity number stands in it; null where none does. */
    @Nullable
    String numberReason() {
        String reason = source.numberReason().isEmpty() ? note.numberReason() : source.numberReason();
        return reason.isEmpty() ? null : reason;
    }

    /**
     * The SHA-256 of the unit's key, the day, the source, the note and the file's name, each in UTF-8 and ended by a byte 0,
     * and of the file's bytes.
     */
    byte[] checksum() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String[] words = {
                unit,
                day.toString(),
                source.text(),
                note.text(),
                file.map(NoteFile::name).orElse("")
            };
            for (String each : words) {
                digest.update(each.getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            file.ifPresent(each -> digest.update(each.content()));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
