package se.samverkan.agreement.text;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import se.samverkan.agreement.text.AgreementView.Working;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Compared;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/**
 * What a clause and an intervention have in common when they are written: each is one part of the own party's text with a key,
 * {@code new} until it is saved.
 */
@Component
class TextPart {

    private static final String NEW = "new";

    private final Agreements agreements;

    TextPart(Agreements agreements) {
        this.agreements = agreements;
    }

    /** What differs between the two. */
    interface Sort {

        /** What a new one's key begins with. */
        String prefix();

        /** The form of one that stands in the text. */
        SentForm form(AgreementText text, String key, int version);

        FormErrors errors(SentForm sent);

        /** The text with what the form says, under a key. */
        AgreementText written(AgreementText text, String key, SentForm sent);

        List<Compared> compared();

        /** Puts what only its page needs on it, and answers with the name of its view. */
        String page(AgreementView agreement, Model model);
    }

    /** The page with the form as it stands. */
    String show(long id, String key, Sort sort, Model model) {
        AgreementView agreement = agreements.toWrite(id);
        return page(agreement, key, FormAgain.shown(form(agreement, key, sort)), sort, model);
    }

    /** The form, to be saved. */
    Saving.Form form(long id, String key, Sort sort, Model model) {
        return new OneForm(agreements.toWrite(id), key, sort, model);
    }

    String remove(long id, String key, int version) {
        agreements.change(id, version, text -> text.without(key));
        return "redirect:" + AgreementController.address(id);
    }

    private static SentForm form(AgreementView agreement, String key, Sort sort) {
        Working working = agreement.working().orElseThrow(Refusal::notSeen);
        return key.equals(NEW)
                ? SentForm.ofVersion(working.version())
                : sort.form(working.text(), key, working.version());
    }

    private static String page(AgreementView agreement, String key, FormAgain again, Sort sort, Model model) {
        model.addAttribute("agreement", agreement);
        model.addAttribute("key", key);
        model.addAttribute("again", again);
        return sort.page(agreement, model);
    }

    private final class OneForm implements Saving.Form {

        private final AgreementView agreement;
        private final String key;
        private final Sort sort;
        private final Model model;

        OneForm(AgreementView agreement, String key, Sort sort, Model model) {
            this.agreement = agreement;
            this.key = key;
            this.sort = sort;
            this.model = model;
        }

        @Override
        public FormErrors errors(SentForm sent) {
            return sort.errors(sent);
        }

        @Override
        public String save(SentForm sent) {
            String saved = key.equals(NEW)
                    ? sort.prefix() + UUID.randomUUID().toString().substring(0, 8)
                    : key;
            agreements.change(agreement.id(), sent.version(), text -> sort.written(text, saved, sent));
            return AgreementController.address(agreement.id());
        }

        @Override
        public SentForm now() {
            return form(agreements.toWrite(agreement.id()), key, sort);
        }

        @Override
        public List<Compared> compared() {
            return sort.compared();
        }

        @Override
        public String page(FormAgain again) {
            return TextPart.page(agreement, key, again, sort, model);
        }
    }
}
