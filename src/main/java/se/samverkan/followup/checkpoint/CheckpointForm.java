package se.samverkan.followup.checkpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import se.samverkan.actionplan.HoldingPlans.HeldIntervention;
import se.samverkan.followup.checkpoint.CheckpointDraft.Given;
import se.samverkan.followup.checkpoint.CheckpointDraft.Judged;
import se.samverkan.followup.plan.FollowedPlan;
import se.samverkan.followup.sign.SignState;
import se.samverkan.followup.sign.SignView;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.SentForm;

/**
 * The form of a checkpoint, to and fro: a choice and a few words for each sign, a choice, a dose and a few words for each
 * intervention, and the group's own four texts.
 */
final class CheckpointForm {

    static final String SIGN = "sign-";
    static final String SIGN_WORDS = "sign-words-";
    static final String INTERVENTION = "intervention-";
    static final String DOSE = "dose-";
    static final String INTERVENTION_WORDS = "intervention-words-";

    private static final List<String> TEXTS = List.of("reading", "keep", "change", "stop");

    private final List<SignView> signs;
    private final List<HeldIntervention> interventions;

    CheckpointForm(FollowedPlan plan, List<SignView> signs) {
        this.signs = signs;
        this.interventions = plan.plan().interventions();
    }

    /** The form with what is said, and what is known already where nothing has been said. */
    SentForm form(int version, CheckpointDraft said) {
        SentForm form = SentForm.ofVersion(version)
                .with("reading", said.reading())
                .with("keep", said.keep())
                .with("change", said.change())
                .with("stop", said.stop());
        for (SignView sign : signs) {
            Optional<Judged> judged = Optional.ofNullable(said.signs().get(sign.id()));
            form = form.with(
                            SIGN + sign.id(),
                            judged.map(each -> each.state().name()).orElse(""))
                    .with(SIGN_WORDS + sign.id(), judged.map(Judged::words).orElse(""));
        }
        for (HeldIntervention part : interventions) {
            Optional<Given> given = Optional.ofNullable(said.interventions().get(part.id()));
            form = form.with(
                            INTERVENTION + part.id(),
                            given.map(each -> each.state().name()).orElse(""))
                    .with(DOSE + part.id(), given.map(Given::dose).orElse(""))
                    .with(
                            INTERVENTION_WORDS + part.id(),
                            given.map(Given::words).orElse(""));
        }
        return form;
    }

    /** What was sent. */
    CheckpointDraft draft(SentForm sent) {
        Map<Long, Judged> judged = new HashMap<>();
        for (SignView sign : signs) {
            SignState.named(sent.text(SIGN + sign.id()))
                    .ifPresent(state -> judged.put(sign.id(), new Judged(state, sent.text(SIGN_WORDS + sign.id()))));
        }
        Map<Long, Given> given = new HashMap<>();
        for (HeldIntervention part : interventions) {
            InterventionState.named(sent.text(INTERVENTION + part.id()))
                    .ifPresent(state -> given.put(
                            part.id(),
                            new Given(state, sent.text(DOSE + part.id()), sent.text(INTERVENTION_WORDS + part.id()))));
        }
        return new CheckpointDraft(
                sent.text("reading"), sent.text("keep"), sent.text("change"), sent.text("stop"), judged, given);
    }

    FormErrors errors(SentForm sent) {
        FormErrors errors = FormErrors.none();
        for (String text : TEXTS) {
            errors = sized(errors, sent, text, CheckpointDraft.MOST_OF_WORDS);
        }
        for (SignView sign : signs) {
            errors = sized(errors, sent, SIGN_WORDS + sign.id(), CheckpointDraft.MOST_OF_LINE);
            errors = judged(errors, sent, SIGN + sign.id(), SIGN_WORDS + sign.id());
        }
        for (HeldIntervention part : interventions) {
            String words = INTERVENTION_WORDS + part.id();
            errors = sized(errors, sent, DOSE + part.id(), CheckpointDraft.MOST_OF_DOSE);
            errors = sized(errors, sent, words, CheckpointDraft.MOST_OF_LINE);
            errors = judged(errors, sent, INTERVENTION + part.id(), words);
            if (InterventionState.named(sent.text(INTERVENTION + part.id()))
                            .filter(InterventionState::deviates)
                            .isPresent()
                    && sent.text(words).isEmpty()) {
                errors = errors.with(words, "followup.refusal.why-not-planned", part.number());
            }
        }
        return FreeText.errors(errors, sent, written());
    }

    private static FormErrors sized(FormErrors errors, SentForm sent, String field, int most) {
        return sent.text(field).length() > most ? errors.with(field, "followup.refusal.words-long", most) : errors;
    }

    /** Words without a judgement would be lost, so they are asked about. */
    private static FormErrors judged(FormErrors errors, SentForm sent, String choice, String words) {
        return sent.text(choice).isEmpty() && !sent.text(words).isEmpty()
                ? errors.with(choice, "followup.refusal.state")
                : errors;
    }

    /** The fields in which people write. */
    String[] written() {
        List<String> fields = new ArrayList<>(TEXTS);
        signs.forEach(sign -> fields.add(SIGN_WORDS + sign.id()));
        interventions.forEach(part -> {
            fields.add(DOSE + part.id());
            fields.add(INTERVENTION_WORDS + part.id());
        });
        return fields.toArray(String[]::new);
    }

    /** All that is written, to be looked through for personal identity numbers. */
    FreeText texts(SentForm sent) {
        List<String> texts = new ArrayList<>();
        for (String field : written()) {
            texts.add(sent.text(field));
        }
        return new FreeText(String.join("\n", texts), sent.text(FreeText.REASON_FIELD));
    }

    List<Compared> compared() {
        List<Compared> compared = new ArrayList<>();
        for (String field : written()) {
            compared.add(Compared.text(field));
        }
        signs.forEach(sign -> compared.add(Compared.choice(SIGN + sign.id(), "followup.sign.state.")));
        interventions.forEach(
                part -> compared.add(Compared.choice(INTERVENTION + part.id(), "followup.intervention.state.")));
        return compared;
    }

    /** What a field is about, where two people have written differently in it. */
    String about(String field) {
        long id = Long.parseLong("0" + field.replaceAll("\\D", ""));
        return signs.stream()
                .filter(sign -> sign.id() == id)
                .map(SignView::title)
                .findFirst()
                .or(() -> interventions.stream()
                        .filter(part -> part.id() == id)
                        .map(HeldIntervention::title)
                        .findFirst())
                .orElse("");
    }
}
