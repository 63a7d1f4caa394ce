package se.samverkan.notice.outbox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server that mail is sent by, from the environment ({@code SAMVERKAN_MAIL_…}); none where no host is named.
 *
 * @param host its name, empty for none
 * @param port its port
 * @param user who signs in there, empty for nobody
 * @param password the password of that user
 * @param security how the way there is kept secret
 * @param from the address that mails come from
 * @param site the address of this installation, which the links of a mail begin with
 */
@ConfigurationProperties("samverkan.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("STARTTLS") Security security,
        @DefaultValue("") String from,
        @DefaultValue("http://localhost:8080") String site) {

    /** How the way to the server is kept secret. */
    enum Security {
        /** Begun in the open and secret from then on, or not sent at all. */
        STARTTLS,
        TLS,
        /** In the open, for a server on the same machine. */
        NONE
    }

    MailSettings {
        if (!host.isEmpty() && from.isEmpty()) {
            throw new IllegalStateException("a mail server needs SAMVERKAN_MAIL_FROM");
        }
        if (site.endsWith("/")) {
            throw new IllegalStateException("SAMVERKAN_MAIL_SITE ends without a slash");
        }
    }

    boolean isThere() {
        return !host.isEmpty();
    }

    /** Says nothing of the password. */
    @Override
    public String toString() {
        return "MailSettings[" + host + ":" + port + "]";
    }
}
