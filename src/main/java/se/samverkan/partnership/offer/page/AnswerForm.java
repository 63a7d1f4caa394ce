package se.samverkan.partnership.offer.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import se.samverkan.access.Role;
import se.samverkan.partnership.offer.Answer;
import se.samverkan.partnership.offer.AnswerReason;
import se.samverkan.partnership.offer.Mandate;
import se.samverkan.partnership.offer.Offer.Approval;
import se.samverkan.partnership.offer.Offer.Asked;
import se.samverkan.partnership.offer.Offer.OfferedUnit;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.SentForm;

/**
 * The form with which somebody answers an offer, unit by unit, with one mandate for all of them.
 *
 * @param asked the units for which the reader is asked, answered or not
 * @param waiting in which role the reader can answer now, by the id of the offer to the unit
 */
record AnswerForm(List<OfferedUnit> asked, Map<Long, Role> waiting) {

    private static final List<Compared> MANDATE = Stream.of("mandate", "mandate-of", "paragraph", "mandate-day")
            .map(Compared::text)
            .toList();

    /** The units that the reader can answer for now. */
    List<OfferedUnit> open() {
        return asked.stream().filter(unit -> waiting.containsKey(unit.id())).toList();
    }

    /** What stands in the form: for those units that can be answered, and those that were answered while somebody wrote. */
    List<OfferedUnit> shownUnits(SentForm form) {
        return asked.stream()
                .filter(unit -> waiting.containsKey(unit.id())
                        || !form.text("answer-" + unit.key()).isEmpty()
                                && !form.seen("answer-" + unit.key()).isEmpty())
                .toList();
    }

    boolean needsMandate() {
        return open().stream()
                .anyMatch(unit -> unit.asked().stream()
                        .anyMatch(each -> each.mandate() && each.role() == waiting.get(unit.id())));
    }

    /** As it is shown the first time. */
    SentForm shown() {
        SentForm form = SentForm.empty()
                .with("mandate", "")
                .with("mandate-of", "")
                .with("paragraph", "")
                .with("mandate-day", "");
        for (OfferedUnit unit : open()) {
            form = form.with("answer-" + unit.key(), "")
                    .with("reason-" + unit.key(), "")
                    .with("words-" + unit.key(), "");
        }
        return form;
    }

    /** As it stands when somebody has answered: what each unit has got in the reader's role. */
    SentForm now() {
        SentForm form = shown();
        for (OfferedUnit unit : asked) {
            Optional<Approval> given = unit.asked().stream()
                    .map(Asked::approval)
                    .flatMap(Optional::stream)
                    .findFirst();
            if (given.isPresent() && !waiting.containsKey(unit.id())) {
                form = form.with("answer-" + unit.key(), given.get().yes() ? "YES" : "NO")
                        .with(
                                "reason-" + unit.key(),
                                given.get().reason().map(Enum::name).orElse(""))
                        .with("words-" + unit.key(), given.get().words());
            }
        }
        return form;
    }

    List<Compared> compared() {
        List<Compared> compared = new ArrayList<>(MANDATE);
        asked.forEach(unit -> {
            compared.add(Compared.choice("answer-" + unit.key(), "partnership.offer.answer."));
            compared.add(Compared.choice("reason-" + unit.key(), "offer-reason."));
            compared.add(Compared.text("words-" + unit.key()));
        });
        return compared;
    }

    FormErrors errors(SentForm sent) {
        FormErrors errors = FormErrors.none();
        List<OfferedUnit> answered = answered(sent);
        if (answered.isEmpty()) {
            String first = asked.stream()
                    .findFirst()
                    .map(unit -> "answer-" + unit.key())
                    .orElse("");
            return errors.with(first, "partnership.offer.refusal.no-answer");
        }
        for (OfferedUnit unit : answered) {
            boolean no = sent.text("answer-" + unit.key()).equals("NO");
            Optional<AnswerReason> reason = reason(sent, unit);
            if (no && reason.isEmpty()) {
                errors = errors.with("reason-" + unit.key(), "partnership.offer.refusal.reason-of", unit.name());
            }
            if (no
                    && reason.filter(AnswerReason.OTHER::equals).isPresent()
                    && sent.text("words-" + unit.key()).isEmpty()) {
                errors = errors.with("words-" + unit.key(), "partnership.offer.refusal.reason-words");
            }
        }
        return FreeText.errors(errors, sent, texts());
    }

    String[] texts() {
        return asked.stream().map(unit -> "words-" + unit.key()).toArray(String[]::new);
    }

    List<Answer> answers(SentForm sent) {
        return answered(sent).stream()
                .map(unit -> sent.text("answer-" + unit.key()).equals("YES")
                        ? new Answer(unit.key(), true, Optional.empty(), words(sent, unit))
                        : new Answer(unit.key(), false, reason(sent, unit), words(sent, unit)))
                .toList();
    }

    private List<OfferedUnit> answered(SentForm sent) {
        return asked.stream()
                .filter(unit -> List.of("YES", "NO").contains(sent.text("answer-" + unit.key())))
                .toList();
    }

    private static FreeText words(SentForm sent, OfferedUnit unit) {
        return FreeText.of(sent, "words-" + unit.key());
    }

    private static Optional<AnswerReason> reason(SentForm sent, OfferedUnit unit) {
        String code = sent.text("reason-" + unit.key());
        return Stream.of(AnswerReason.values())
                .filter(each -> each.name().equals(code))
                .findFirst();
    }

    static Mandate mandate(SentForm sent) {
        Optional<Mandate.Kind> kind = Stream.of(Mandate.Kind.values())
                .filter(each -> each.name().equals(sent.text("mandate")))
                .findFirst();
        boolean board = kind.filter(Mandate.Kind.BOARD::equals).isPresent();
        return new Mandate(
                kind,
                sent.text("mandate-of"),
                board ? sent.text("paragraph") : "",
                board ? sent.day("mandate-day") : Optional.empty());
    }
}
