package se.samverkan.records.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Actor;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.records.retention.RetentionSource.Due;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Happening;
import se.samverkan.shared.Happening.Subject;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to retention: the rules, a list of what may go, and the decision of somebody else than who made the list. What
 * has happened again to a thing meanwhile keeps it.
 */
@Component
class Retention {

    /** So many at a time that a person can read them. */
    static final int MOST = 500;

    private static final int MOST_LISTS = 50;

    private final Map<String, RetentionSource> sources;
    private final StoredRetention stored;
    private final Rights rights;
    private final AuditTrail trail;

    Retention(List<RetentionSource> sources, StoredRetention stored, Rights rights, AuditTrail trail) {
        this.sources = sources.stream().collect(Collectors.toMap(RetentionSource::kind, Function.identity()));
        this.stored = stored;
        this.rights = rights;
        this.trail = trail;
    }

    /** What may go now. */
    record Preview(RetentionRule rule, LocalDate dueBy, List<Due> items) {}

    @Transactional(readOnly = true)
    public List<RetentionRule> rules() {
        check();
        return stored.rules();
    }

    @Transactional(readOnly = true)
    public RetentionRule rule(String kind) {
        check();
        return stored.rule(kind).orElseThrow(Refusal::notSeen);
    }

    /** Whether things of the kind can be disposed of here at all. */
    public boolean canGo(RetentionRule rule) {
        return rule.years() != null && sources.containsKey(rule.kind());
    }

    /**
     * @param rule as it shall be, from the version that was seen
     * @param numberReason why a personal identity number stands in its words; null where none does
     */
    @Transactional
    public void change(RetentionRule rule, @Nullable String numberReason) {
        RetentionRule before = rule(rule.kind());
        if (rule.years() != null && !sources.containsKey(rule.kind())) {
            throw Refusal.rule("retention.refusal.kept");
        }
        if (!stored.change(rule)) {
            throw Refusal.stale();
        }
        trail.record(happening("retention.rule-changed", rule.kind(), rule.kind())
                .changing("years", before.years(), rule.years())
                .changing("reason", before.reason(), rule.reason())
                .changing("legal-ground", before.legalGround(), rule.legalGround())
                .changing("number-reason", null, numberReason));
    }

    /** @throws Refusal when the kind is kept for ever */
    @Transactional(readOnly = true)
    public Preview preview(String kind) {
        RetentionRule rule = rule(kind);
        Integer years = rule.years();
        if (years == null || !canGo(rule)) {
            throw Refusal.rule("retention.refusal.kept");
        }
        LocalDate dueBy = stored.today().minusYears(years);
        return new Preview(rule, dueBy, source(kind).due(dueBy, MOST));
    }

    private RetentionSource source(String kind) {
        return Optional.ofNullable(sources.get(kind)).orElseThrow(Refusal::notSeen);
    }

    /** Proposes that what may go now goes. */
    @Transactional
    public long propose(String kind, FreeText reason) {
        Preview preview = preview(kind);
        if (preview.items().isEmpty()) {
            throw Refusal.rule("retention.refusal.nothing");
        }
        long id = stored.propose(preview.rule(), preview.dueBy(), reason.text(), preview.items());
        trail.record(happening("retention.proposed", Long.toString(id), kind)
                .changing("items", null, preview.items().size())
                .changing("number-reason", null, reason.numberReasonOrNull()));
        return id;
    }

    @Transactional(readOnly = true)
    public List<ProposalView> proposals() {
        check();
        return stored.proposals(MOST_LISTS);
    }

    @Transactional(readOnly = true)
    public ProposalView proposal(long id) {
        check();
        return stored.proposal(id).orElseThrow(Refusal::notSeen);
    }

    @Transactional(readOnly = true)
    public List<Due> items(long id) {
        return stored.items(proposal(id).id());
    }

    /**
     * Disposes of what stands on a list and is still at rest. Cannot be undone.
     *
     * @return how much went
     */
    @Transactional
    public int dispose(long id) {
        ProposalView proposal = toDecide(id);
        if (rule(proposal.kind()).version() != proposal.ruleVersion()) {
            throw Refusal.rule("retention.refusal.rule-changed");
        }
        Set<String> listed = stored.items(id).stream().map(Due::item).collect(Collectors.toSet());
        RetentionSource source = source(proposal.kind());
        List<String> still = source.due(proposal.dueBy(), Integer.MAX_VALUE).stream()
                .map(Due::item)
                .filter(listed::contains)
                .toList();
        source.dispose(still);
        stored.decide(id, true, "", still.size());
        trail.record(happening("retention.disposed", Long.toString(id), proposal.kind())
                .changing("items", null, still.size()));
        return still.size();
    }

    /** Declines a list: nothing on it goes. */
    @Transactional
    public void decline(long id, FreeText words) {
        ProposalView proposal = toDecide(id);
        if (words.text().isBlank()) {
            throw Refusal.rule("retention.refusal.words");
        }
        stored.decide(id, false, words.text(), 0);
        trail.record(happening("retention.declined", Long.toString(id), proposal.kind())
                .changing("reason", null, words.text())
                .changing("number-reason", null, words.numberReasonOrNull()));
    }

    private ProposalView toDecide(long id) {
        stored.hold(id);
        ProposalView proposal = proposal(id);
        if (!proposal.waits()) {
            throw Refusal.rule("retention.refusal.decided");
        }
        if (proposal.proposedBy() == Actor.current().person()) {
            throw Refusal.rule("retention.refusal.two-people");
        }
        return proposal;
    }

    private void check() {
        rights.requireEverywhere(Verb.DISPOSE_RECORDS);
    }

    private static Happening happening(String what, String id, String kind) {
        return Happening.of(what, new Subject("retention", id, kind), null);
    }
}
