package se.samverkan.records.mark;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import se.samverkan.shared.page.FreeText;

/**
 * A mark as somebody sets it.
 *
 * @param provision the provision, such as {@code OSL 23 kap. 2 §}
 * @param reason why; told to everybody who sees the record
 * @param until the last day; empty means until further notice
 * @param people those who read it in spite of the mark; whoever marks is one of them, named or not
 */
public record MarkDraft(String provision, FreeText reason, Optional<LocalDate> until, Collection<Long> people) {}
