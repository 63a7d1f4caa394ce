package se.samverkan.partnership.overview;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.PartnershipView.Participant;
import se.samverkan.partnership.course.Turn;
import se.samverkan.partnership.course.TurnReason;
import se.samverkan.partnership.course.Turning;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** What is written in the form of a turn; where somebody else has changed the case since, it comes back as it was written. */
final class TurnForm implements Saving.Form {

    private final Turning turning;
    private final PartnershipView view;
    private final Turn turn;
    private final Optional<Participant> unit;
    private final Function<FormAgain, String> page;

    TurnForm(
            Turning turning,
            PartnershipView view,
            Turn turn,
            Optional<Participant> unit,
            Function<FormAgain, String> page) {
        this.turning = turning;
        this.view = view;
        this.turn = turn;
        this.unit = unit;
        this.page = page;
    }

    @Override
    public FormErrors errors(SentForm sent) {
        FormErrors errors = FormErrors.none();
        if (sent.day("day").isEmpty()) {
            errors = errors.with("day", "partnership.case.refusal.day");
        }
        if (reason(sent).isEmpty()) {
            errors = errors.with("reason", "partnership.case.refusal.reason");
        }
        if (turn == Turn.DISCONTINUE && sent.text("mandate").isEmpty()) {
            errors = errors.with("mandate", "partnership.case.refusal.mandate");
        }
        return FreeText.errors(errors, sent, "words");
    }

    @Override
    public String save(SentForm sent) {
        turning.turn(
                view.id(),
                unit.map(Participant::unit),
                sent.version(),
                new Turning.Draft(
                        turn,
                        sent.day("day").orElseThrow(),
                        reason(sent).orElseThrow(),
                        FreeText.of(sent, "words"),
                        sent.text("mandate")));
        return "/partnerships/" + view.id();
    }

    @Override
    public SentForm now() {
        PartnershipView newest = turning.toDecide(view.id());
        return SentForm.ofVersion(unit.flatMap(each -> newest.participant(each.unit()))
                .map(Participant::version)
                .orElse(newest.version()));
    }

    @Override
    public List<Compared> compared() {
        return List.of(
                Compared.text("day"),
                Compared.choice("reason", "partnership.case.reason."),
                Compared.text("words"),
                Compared.text("mandate"));
    }

    @Override
    public String page(FormAgain again) {
        return page.apply(again);
    }

    private Optional<TurnReason> reason(SentForm sent) {
        return TurnReason.of(turn).stream()
                .filter(each -> each.name().equals(sent.text("reason")))
                .findFirst();
    }
}
