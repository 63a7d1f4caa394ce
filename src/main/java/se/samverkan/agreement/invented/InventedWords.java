package se.samverkan.agreement.invented;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;

/** What the invented people write: Swedish, as agreements are. */
@Component
class InventedWords {

    private final MessageSource messages;

    InventedWords(MessageSource messages) {
        this.messages = messages;
    }

    String of(String key) {
        return messages.getMessage("agreement.invented." + key, null, Words.SWEDISH);
    }

    FreeText text(String key) {
        return new FreeText(of(key), "");
    }
}
