package se.samverkan.notice.outbox;

import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import se.samverkan.access.Actor;
import se.samverkan.shared.Installation;
import se.samverkan.shared.Refusal;

/**
 * The mails of a demonstration, which are sent nowhere: each person reads the own ones here. In any other installation the
 * page is not there, and no mail is kept.
 */
@Controller
class DemonstrationMail {

    private final JdbcClient database;
    private final TransactionTemplate reading;
    private final Installation installation;

    DemonstrationMail(JdbcClient database, TransactionTemplate transactions, Installation installation) {
        this.database = database;
        this.reading = transactions;
        this.installation = installation;
    }

    /** A mail as it would have come. */
    record Mail(long id, String subject, String body, Instant sentAt, String edition) {}

    @GetMapping("/mail")
    String mine(Model model) {
        if (!installation.isDemonstration()) {
            throw Refusal.notSeen();
        }
        if (!Actor.current().isSignedIn()) {
            throw Refusal.notAllowed("refusal.sign-in");
        }
        model.addAttribute("mails", reading.execute(status -> mails()));
        return "notice/outbox/mail";
    }

    private List<Mail> mails() {
        return database.sql("""
                        select id, subject, body, sent_at, edition from notice.mail
                        where person = access.person() and body is not null order by sent_at desc, id desc limit 50
                        """)
                .query((row, n) -> new Mail(
                        row.getLong("id"),
                        row.getString("subject"),
                        row.getString("body"),
                        row.getTimestamp("sent_at").toInstant(),
                        row.getString("edition")))
                .list();
    }
}
