package se.samverkan.notice.outbox;

import org.springframework.stereotype.Component;
import se.samverkan.shared.Installation;

/**
 * Sends by the server that is set up. A demonstration sends nothing: its people are invented, their addresses could be
 * somebody's, and their mail is read on a page instead.
 */
@Component
class Postman implements Post {

    private final Installation installation;
    private final MailSettings settings;
    private final SmtpPost smtp;

    Postman(Installation installation, MailSettings settings) {
        this.installation = installation;
        this.settings = settings;
        this.smtp = new SmtpPost(settings);
    }

    @Override
    public boolean isThere() {
        return keepsWords() || settings.isThere();
    }

    @Override
    public boolean keepsWords() {
        return installation.isDemonstration();
    }

    @Override
    public Outcome send(Letter letter) {
        return keepsWords() ? Outcome.SENT : smtp.send(letter);
    }
}
