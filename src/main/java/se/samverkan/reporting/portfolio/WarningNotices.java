package se.samverkan.reporting.portfolio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Actor;
import se.samverkan.notice.Notice;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.Notices;
import se.samverkan.notice.Urgency;
import se.samverkan.shared.page.Words;

/** Tells somebody that there are new early warnings; all that came at once in one notice. */
@Component
class WarningNotices implements NoticeText {

    private static final String WARNED = "reporting.warned";

    private final Notices notices;
    private final ActingAs acting;
    private final JdbcClient database;

    WarningNotices(Notices notices, ActingAs acting, JdbcClient database) {
        this.notices = notices;
        this.acting = acting;
        this.database = database;
    }

    /** Tells the actor, in the transaction in which the warnings were kept; nobody in particular did it. */
    void warned(long first, int count) {
        Notice notice = new Notice(
                WARNED,
                Urgency.DIGEST,
                List.of(Actor.current().person()),
                List.of(),
                Map.of("warning", Long.toString(first), "count", Integer.toString(count)));
        acting.system(() -> {
            notices.tell(notice);
            return true;
        });
    }

    @Override
    public Set<String> kinds() {
        return Set.of(WARNED);
    }

    /** It names a person and no organisation, so no system is told. */
    @Override
    public Set<String> kindsForSystems() {
        return Set.of();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        return database.sql("select kind from reporting.warning where id = ? and aside_at is null")
                .param(Long.parseLong(about.getOrDefault("warning", "0")))
                .query(String.class)
                .optional()
                .map(first -> new Told(
                        List.of(
                                Integer.valueOf(about.getOrDefault("count", "1")),
                                words.text("reporting.warning.short." + first)),
                        "/portfolio#warnings"));
    }
}
