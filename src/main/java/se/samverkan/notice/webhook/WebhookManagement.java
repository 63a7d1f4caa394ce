package se.samverkan.notice.webhook;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.notice.NoticeText;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.OrganisationView;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Option;

/** The door to webhooks: which of an organisation's own systems are told what, and how that goes. */
@Component
class WebhookManagement {

    private static final int MOST_SENT = 50;
    private static final int MOST_CHOICES = 50;

    /** How long a former secret holds beside the new one. */
    static final Duration OVERLAP = Duration.ofDays(7);

    private final StoredWebhooks webhooks;
    private final List<NoticeText> texts;
    private final Directory directory;
    private final Reachable reachable;
    private final Rights rights;
    private final AuditTrail trail;
    private final Clock clock;

    WebhookManagement(
            StoredWebhooks webhooks,
            List<NoticeText> texts,
            Directory directory,
            Reachable reachable,
            Rights rights,
            AuditTrail trail,
            Clock clock) {
        this.webhooks = webhooks;
        this.texts = texts;
        this.directory = directory;
        this.reachable = reachable;
        this.rights = rights;
        this.trail = trail;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Webhook> all() {
        rights.require(Verb.MANAGE_WEBHOOKS);
        return webhooks.all();
    }

    @Transactional(readOnly = true)
    public Webhook webhook(long id) {
        rights.require(Verb.MANAGE_WEBHOOKS);
        return webhooks.find(id).orElseThrow(Refusal::notSeen);
    }

    @Transactional(readOnly = true)
    public List<Webhook.Sent> sent(long id) {
        return webhooks.sent(webhook(id).id(), MOST_SENT);
    }

    /** What a system can be told of. */
    List<String> kinds() {
        rights.require(Verb.MANAGE_WEBHOOKS);
        return texts.stream()
                .flatMap(text -> text.kindsForSystems().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The organisations to choose among, by their keys; none where the actor manages those of every organisation. */
    @Transactional(readOnly = true)
    public List<Option> organisations() {
        rights.require(Verb.MANAGE_WEBHOOKS);
        if (rights.allowEverywhere(Verb.MANAGE_WEBHOOKS)) {
            return List.of();
        }
        var own = rights.organisations(Verb.MANAGE_WEBHOOKS);
        return Stream.concat(
                        own.stream()
                                .map(id -> directory.organiserById(id).orElse(null))
                                .filter(Objects::nonNull)
                                .map(one -> new Option(one.key(), one.name())),
                        directory.organisations().stream()
                                .filter(one -> own.contains(one.id()))
                                .map(one -> new Option(one.key(), one.name())))
                .limit(MOST_CHOICES)
                .toList();
    }

    Optional<Long> organisation(String key) {
        return directory
                .organiser(key)
                .map(OrganiserView::id)
                .or(() -> directory.organisation(key).map(OrganisationView::id))
                .filter(id -> rights.allow(Verb.MANAGE_WEBHOOKS, id));
    }

    boolean isReachable(String url) {
        return reachable.of(url).isPresent();
    }

    /** What was made: the secret is given back here and nowhere else. */
    record Made(long id, String secret) {}

    @Transactional
    public Made make(WebhookForm form) {
        long organisation = organisation(form.organisation()).orElseThrow(Refusal::notSeen);
        rights.require(Verb.MANAGE_WEBHOOKS, organisation);
        if (!isReachable(form.url())) {
            throw Refusal.rule("webhooks.error.url");
        }
        byte[] secret = Signature.newSecret();
        long id = webhooks.add(organisation, form, secret);
        trail.record(happening("made", webhook(id))
                .changing("url", null, form.url())
                .changing("kinds", null, String.join(", ", form.kinds())));
        return new Made(id, Signature.shown(secret));
    }

    /** @throws Refusal when the address cannot be told, or somebody has changed it since that version */
    @Transactional
    public void change(long id, int version, String name, String url, List<String> kinds) {
        Webhook before = webhook(id);
        if (!isReachable(url)) {
            throw Refusal.rule("webhooks.error.url");
        }
        if (!webhooks.change(id, version, name, url, kinds)) {
            throw Refusal.stale();
        }
        trail.record(happening("changed", before)
                .changing("name", before.name(), name)
                .changing("url", before.url(), url)
                .changing("kinds", String.join(", ", before.kinds()), String.join(", ", kinds)));
    }

    /** Makes a new secret; what is sent is signed by the former one too for {@link #OVERLAP}. */
    @Transactional
    public Made renewSecret(long id) {
        Webhook webhook = webhook(id);
        byte[] secret = Signature.newSecret();
        webhooks.renewSecret(id, secret, clock.instant(), clock.instant().plus(OVERLAP));
        trail.record(happening("secret-renewed", webhook));
        return new Made(id, Signature.shown(secret));
    }

    @Transactional
    public void pause(long id, boolean pause) {
        Webhook webhook = webhook(id);
        if (webhooks.pause(id, pause, clock.instant())) {
            trail.record(happening(pause ? "paused" : "resumed", webhook));
        }
    }

    @Transactional
    public void remove(long id) {
        Webhook webhook = webhook(id);
        if (webhooks.remove(id, clock.instant())) {
            trail.record(happening("removed", webhook));
        }
    }

    /** Sends a trial, for whoever sets the system up. */
    @Transactional
    public void tryOut(long id) {
        Webhook webhook = webhook(id);
        webhooks.tryOut(id, clock.instant());
        trail.record(happening("tried", webhook));
    }

    private static Happening happening(String deed, Webhook webhook) {
        return Happening.of(
                "webhook." + deed,
                new Happening.Subject("webhook", Long.toString(webhook.id()), webhook.name()),
                webhook.organisation());
    }
}
