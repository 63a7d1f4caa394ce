package se.samverkan.notice.webhook;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Holders;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.notice.Notice;
import se.samverkan.notice.NoticeText;
import se.samverkan.notice.Notices;
import se.samverkan.notice.ToDo;
import se.samverkan.notice.ToDoSource;
import se.samverkan.notice.Urgency;
import se.samverkan.shared.page.Words;

/** Tells those who manage an organisation's webhooks that one has been paused, since its system fails. */
@Component
class PauseNotices implements NoticeText, ToDoSource {

    private static final String PAUSED = "notice.webhook-paused";
    private static final String WEBHOOK = "webhook";
    private static final int MINUTES = 10;

    private final Notices notices;
    private final Holders holders;
    private final Rights rights;
    private final StoredWebhooks webhooks;

    PauseNotices(Notices notices, Holders holders, Rights rights, StoredWebhooks webhooks) {
        this.notices = notices;
        this.holders = holders;
        this.rights = rights;
        this.webhooks = webhooks;
    }

    @Transactional
    public void paused(long webhook, long organisation) {
        notices.tell(new Notice(
                PAUSED,
                Urgency.MUST_ACT,
                holders.of(Verb.MANAGE_WEBHOOKS, organisation),
                List.of(),
                Map.of(WEBHOOK, Long.toString(webhook))));
    }

    @Override
    public Set<String> kinds() {
        return Set.of(PAUSED);
    }

    @Override
    public Set<String> kindsForSystems() {
        return Set.of();
    }

    @Override
    public Optional<Told> tell(String kind, Map<String, String> about, Words words) {
        return webhooks.find(Long.parseLong(about.getOrDefault(WEBHOOK, "0")))
                .filter(Webhook::isPausedByFailure)
                .map(one -> new Told(List.of(one.name()), "/webhooks/" + one.id()));
    }

    @Override
    public boolean concernsActor() {
        return rights.allow(Verb.MANAGE_WEBHOOKS) && !mine().isEmpty();
    }

    @Override
    public List<ToDo> mine() {
        if (!rights.allow(Verb.MANAGE_WEBHOOKS)) {
            return List.of();
        }
        return webhooks.all().stream()
                .filter(Webhook::isPausedByFailure)
                .map(one -> new ToDo(
                        "webhooks.todo",
                        List.of(),
                        one.name(),
                        "/webhooks/" + one.id(),
                        Optional.empty(),
                        "webhooks.todo.why",
                        List.of(one.organisationName()),
                        OptionalInt.of(MINUTES)))
                .toList();
    }
}
