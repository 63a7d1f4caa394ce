package se.samverkan.records.document.page;

import java.util.function.Consumer;
import org.springframework.ui.Model;
import se.samverkan.shared.page.FormAgain;
import se.samverkan.shared.page.FormErrors;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Saving;
import se.samverkan.shared.page.SentForm;

/** What a button on a document's page does; refused, the page comes again with the reason and with what was written. */
record Deed(DocumentPage page, Model model, long document, Consumer<SentForm> deed) implements Saving.Form {

    @Override
    public FormErrors errors(SentForm sent) {
        return FreeText.errors(FormErrors.none(), sent, "words");
    }

    @Override
    public String save(SentForm sent) {
        deed.accept(sent);
        return "/documents/" + document;
    }

    @Override
    public String page(FormAgain again) {
        return page.show(document, again, model);
    }
}
