package se.samverkan.notice.outbox;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import se.samverkan.notice.Urgency;

/** Sends letters by SMTP, each to one recipient, and tells by the answer whether to try again. */
class SmtpPost implements Post {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpPost.class);
    private static final String PATIENCE = "20000";

    private final MailSettings settings;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    SmtpPost(MailSettings settings) {
        this.settings = settings;
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        if (!settings.user().isEmpty()) {
            sender.setUsername(settings.user());
            sender.setPassword(settings.password());
        }
        sender.setJavaMailProperties(properties(settings));
    }

    private static Properties properties(MailSettings settings) {
        Properties properties = new Properties();
        properties.setProperty(
                "mail.smtp.auth", Boolean.toString(!settings.user().isEmpty()));
        properties.setProperty("mail.smtp.connectiontimeout", PATIENCE);
        properties.setProperty("mail.smtp.timeout", PATIENCE);
        properties.setProperty("mail.smtp.writetimeout", PATIENCE);
        boolean starts = settings.security() == MailSettings.Security.STARTTLS;
        properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(starts));
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(starts));
        properties.setProperty(
                "mail.smtp.ssl.enable", Boolean.toString(settings.security() == MailSettings.Security.TLS));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        return properties;
    }

    @Override
    public boolean isThere() {
        return settings.isThere();
    }

    @Override
    public boolean keepsWords() {
        return false;
    }

    @Override
    public Outcome send(Letter letter) {
        if (letter.address().isEmpty()) {
            return Outcome.NO_SUCH_ADDRESS;
        }
        try {
            sender.send(message(letter));
            return Outcome.SENT;
        } catch (AddressException notOne) {
            return Outcome.NO_SUCH_ADDRESS;
        } catch (MailException | MessagingException failure) {
            Outcome outcome = outcomeOf(failure);
            LOG.warn("a mail was not sent: {} ({})", outcome, failure.getClass().getSimpleName());
            return outcome;
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        MimeMessage message = new OwnNumber(sender, letter.key() + "@" + host());
        message.setFrom(new InternetAddress(settings.from(), true));
        message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(letter.address(), true));
        message.setSubject(letter.subject().replaceAll("\\p{Cntrl}", " "), StandardCharsets.UTF_8.name());
        if (letter.calendar().isPresent()) {
            message.setContent(withCalendar(letter.text(), letter.calendar().get()));
        } else {
            message.setText(letter.text(), StandardCharsets.UTF_8.name());
        }
        message.setHeader("Content-Language", letter.locale().getLanguage());
        message.setHeader("Auto-Submitted", "auto-generated");
        if (letter.urgency() == Urgency.DIGEST) {
            message.setHeader("List-Unsubscribe", "<" + settings.site() + "/notices/settings>");
        }
        return message;
    }

    /** The words and the appointment as two ways of saying it, which is how calendars find it (RFC 6047, section 2.4). */
    private static MimeMultipart withCalendar(String text, Letter.CalendarPart calendar) throws MessagingException {
        MimeBodyPart words = new MimeBodyPart();
        words.setText(text, StandardCharsets.UTF_8.name());
        MimeBodyPart appointment = new MimeBodyPart();
        appointment.setText(calendar.text(), StandardCharsets.UTF_8.name(), "calendar");
        appointment.setHeader("Content-Type", "text/calendar; charset=UTF-8; method=" + calendar.method());
        return new MimeMultipart("alternative", words, appointment);
    }

    private String host() {
        String host = URI.create(settings.site()).getHost();
        return host == null ? "localhost" : host;
    }

    /** The server's answer to the address itself, or that it never came so far. */
    private static Outcome outcomeOf(Exception failure) {
        if (failure instanceof MailAuthenticationException) {
            return Outcome.SERVER_GONE;
        }
        Throwable told = failure;
        if (failure instanceof MailSendException sending && sending.getMessageExceptions().length > 0) {
            told = sending.getMessageExceptions()[0];
        }
        if (told instanceof SendFailedException refused) {
            return refused.getInvalidAddresses() != null && refused.getInvalidAddresses().length > 0
                    ? Outcome.NO_SUCH_ADDRESS
                    : Outcome.REFUSED_FOR_NOW;
        }
        return Outcome.SERVER_GONE;
    }

    /** Keeps its number when it is saved, so that one that is sent twice after a crash is known as one. */
    private static final class OwnNumber extends MimeMessage {

        private final String number;

        OwnNumber(JavaMailSenderImpl sender, String number) {
            super(sender.getSession());
            this.number = number;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", "<" + number + ">");
        }
    }
}
