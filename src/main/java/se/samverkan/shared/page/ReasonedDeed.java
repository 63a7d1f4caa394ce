package se.samverkan.shared.page;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The form of a deed that needs a reason and nothing else: refused without it, and its page comes again with what was written.
 *
 * @param field the field in which the reason is written
 * @param missing the key of the sentence where it is not
 * @param deed does it, and answers with the address to go to then
 * @param shown the form as it would be shown to somebody who comes now
 * @param again the page with the form, and the name of its view
 */
public record ReasonedDeed(
        String field,
        String missing,
        Function<SentForm, String> deed,
        Supplier<SentForm> shown,
        Function<FormAgain, String> again)
        implements Saving.Form {

    @Override
    public FormErrors errors(SentForm sent) {
        FormErrors errors = sent.text(field).isEmpty() ? FormErrors.none().with(field, missing) : FormErrors.none();
        return FreeText.errors(errors, sent, field);
    }

    @Override
    public String save(SentForm sent) {
        return deed.apply(sent);
    }

    @Override
    public SentForm now() {
        return shown.get();
    }

    @Override
    public List<Compared> compared() {
        return List.of(Compared.text(field));
    }

    @Override
    public String page(FormAgain form) {
        return again.apply(form);
    }
}
