package se.samverkan;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import se.samverkan.access.Role;
import se.samverkan.shared.Period;
import se.samverkan.testing.Cast;

/**
 * An organisation with a unit, somebody for every role, and what the braces of {@code endpoints.csv} stand for: made anew
 * for every request that may change it, so that one request does not spoil the next.
 */
final class EndpointStage {

    private static final Set<Role> AT_A_UNIT = Set.of(Role.HEAD_TEACHER, Role.WORKING_GROUP, Role.STAFF);
    private static final AtomicInteger CODE = new AtomicInteger(31_000_000);

    private final Cast cast;
    private final long organisation;
    private final long unit;
    private final long chief;
    private final Map<Role, Long> players = new LinkedHashMap<>();
    private final Map<String, Supplier<String>> things = new LinkedHashMap<>();

    /** @param chief who may everything everywhere, and has made what belongs to no organisation */
    EndpointStage(Cast cast, String name, long chief) {
        this.cast = cast;
        this.chief = chief;
        organisation = cast.organisation(name);
        unit = cast.unit(name + "s skola", organisation);
        for (Role role : Role.values()) {
            long player = cast.person(role.name(), organisation);
            cast.assign(player, role, organisation, AT_A_UNIT.contains(role) ? unit : null);
            players.put(role, player);
        }
        simpleThings();
        peopleThings();
        keptThings();
        importThings();
        selectionThings();
        partnershipThings();
        programmeThings();
        caseThings();
        noticeThings();
        recordsThings();
        documentThings();
        agreementThings();
        surveyThings();
        publicationThings();
    }

    long player(Role role) {
        return players.getOrDefault(role, 0L);
    }

    /** Lets a brace stand for something more. */
    void has(String brace, Supplier<String> thing) {
        things.put(brace, thing);
    }

    /** An example with something real in the place of every brace. */
    String fill(String example) {
        String filled = example;
        for (Map.Entry<String, Supplier<String>> thing : things.entrySet()) {
            String brace = "{" + thing.getKey() + "}";
            if (filled.contains(brace)) {
                filled = filled.replace(brace, thing.getValue().get());
            }
        }
        return filled;
    }

    private void simpleThings() {
        String organisationKey = key("organisation", organisation);
        String unitKey = key("unit", unit);
        things.put("organisation", () -> organisationKey);
        things.put("unit", () -> unitKey);
        things.put("other-unit", () -> key("unit", cast.unit("Annan skola", organisation)));
        things.put("any", () -> Long.toString(System.nanoTime()));
        things.put("uuid", () -> UUID.randomUUID().toString());
        things.put("soon", () -> LocalDate.now(ZoneOffset.UTC).plusDays(30).toString());
    }

    private void peopleThings() {
        things.put("person/role", () -> {
            long person = cast.person("Någon", organisation);
            return person + "&assignment=" + cast.assign(person, Role.COORDINATOR, organisation, null);
        });
        things.put("removed/role", () -> {
            long person = removed();
            long role = cast.assign(person, Role.COORDINATOR, organisation, null);
            change("update access.assignment set deleted_at = now() where id = ?", role);
            return person + "&assignment=" + role;
        });
        things.put("person", () -> Long.toString(cast.person("Någon", organisation)));
        things.put("removed", () -> Long.toString(removed()));
        things.put("leaver", () -> {
            long leaver = cast.person("Slutar", organisation);
            change("update access.person set left_on = '2024-06-30' where id = ?", leaver);
            return Long.toString(leaver);
        });
        things.put("token", () -> insert("""
                insert into access.api_token (person, name, prefix, digest, scope, request, made_by, ends_on)
                values (%1$d, 'prov', 'prov', sha256(gen_random_uuid()::text::bytea), '{READ_AUDIT}',
                    gen_random_uuid(), %1$d, access.today() + 10) returning id
                """.formatted(cast.person("Nyckelägare", organisation))));
        things.put("passkey", () -> {
            passkey();
            return passkey();
        });
    }

    private void keptThings() {
        things.put("area", this::area);
        things.put("removed-area", () -> {
            String area = area();
            change("update organisation.area set deleted_at = now() where id = ?", Long.parseLong(area));
            return area;
        });
        things.put("provider", () -> provider("key"));
        things.put("removed-provider", () -> {
            String provider = provider("id");
            change("update organisation.organisation set deleted_at = now() where id = ?", Long.parseLong(provider));
            return provider;
        });
        things.put(
                "calendar",
                () -> kept(
                        "calendar_day (kind, name, first_day, last_day,",
                        "'HOLIDAY', 'Höstlov', '2026-10-26', '2026-10-30'"));
        things.put(
                "succession",
                () -> kept(
                        "succession (kind, predecessor, successor, happened_on, note,",
                        "'MERGED', " + cast.unit("Förra skolan", organisation) + ", " + unit
                                + ", '2025-07-01', 'Prov'"));
    }

    /** Of the installation, and so the same on every stage. */
    private void importThings() {
        things.put("code", () -> Integer.toString(CODE.getAndIncrement()));
        things.put("receipt", () -> insert("""
                insert into statistics.receipt (person, file_name, file_size, dry_run, outcome, checksum, understood,
                    annotated)
                values (%d, 'prov.csv', 1, true, 'REFUSED', sha256(''), '{}',
                    decode('1f8b08000000000000030300' || repeat('00', 8), 'hex')) returning id
                """.formatted(chief)));
        things.put("sync", () -> insert("""
                insert into statistics.sync_run (person, ended_at, outcome, reason)
                values (%d, now(), 'FAILED', 'unforeseen') returning id
                """.formatted(chief)));
    }

    /** Drafts and versions that say what a shipped one does. */
    private void programmeThings() {
        things.put("draft", () -> variant(false, null));
        things.put("published-variant", () -> variant(true, null));
        things.put("inheriting", () -> {
            String parent = variant(true, null);
            String child = variant(false, parent);
            version(parent, 2, null);
            insert("insert into programme.publication (variant, version, reason, published_by) values ('" + parent
                    + "', 2, '', " + chief + ") returning version");
            return child;
        });
    }

    private String variant(boolean published, @Nullable String parent) {
        String key = "v" + CODE.getAndIncrement();
        insert("insert into programme.variant values ('" + key + "', 'Prov', 'Trial', 9) returning position");
        version(key, 1, parent);
        if (published) {
            insert("insert into programme.publication (variant, version, reason, published_by) values ('" + key
                    + "', 1, '', " + chief + ") returning version");
        }
        return key;
    }

    private void version(String key, int version, @Nullable String parent) {
        insert("""
                insert into programme.version (variant, version, parent, parent_version, content, whole, begun_by, changed_by)
                select '%1$s', %2$d, %3$s, %4$s, jsonb_set(whole, '{key}', to_jsonb('%1$s'::text)),
                    jsonb_set(whole, '{key}', to_jsonb('%1$s'::text)), %5$d, %5$d
                from programme.version where variant = 'ksbs' and version = 1 returning version
                """.formatted(
                key, version, parent == null ? "null" : "'" + parent + "'", parent == null ? "null" : "1", chief));
    }

    private void recordsThings() {
        things.put("signing", this::signing);
        things.put(
                "rule",
                () -> "log-values&version="
                        + insert("select version from records.retention_rule where kind = 'log-values'"));
        things.put("disposal", () -> insert("""
                insert into records.disposal_proposal (kind, due_by, rule_version, proposed_by)
                select kind, '2001-05-04', version, %d from records.retention_rule where kind = 'log-values' returning id
                """.formatted(cast.person("Arkivarie", null))));
    }

    /** Asked for by the organisation of the stage. */
    private String signing() {
        String signing = insert("""
                insert into records.signing_request (owner_organisation, subject_type, subject_id, title, in_order, asked_by)
                values (%d, 'prov', gen_random_uuid(), 'Prov', false, %d) returning id
                """.formatted(organisation, chief));
        insert("insert into records.signing_document (request, version, content, checksum, added_by) values (" + signing
                + ", 1, '%PDF-', sha256('%PDF-'), " + chief + ") returning version");
        insert("insert into records.signatory values (" + signing + ", 1, " + cast.person("Undertecknare", organisation)
                + ", 'Undertecknare', " + cast.organisation("Annan part")
                + ", 'Prov', 'Prov', null) returning position");
        return signing;
    }

    /** A round is its people's only, and here it has nobody but the chief. */
    private void selectionThings() {
        cast.behind()
                .sql("insert into statistics.covered (indicator, period) values (2, 20245) on conflict do nothing")
                .update();
        things.put("agency", () -> key("organisation", cast.agency("Skolmyndighet")));
        things.put("assessor", () -> Long.toString(cast.player("Bedömare", Role.ASSESSOR, null)));
        things.put("round/participant", () -> {
            String round = round();
            return round + "&participant="
                    + insert("insert into selection.participant (round, person, duty) values (" + round + ", "
                            + cast.player("Beslutsfattare", Role.DECIDER, null) + ", 'DECIDER') returning id");
        });
        things.put("round/criterion", () -> {
            String round = round();
            insert("insert into selection.criteria (round, version, made_by) values (" + round + ", 1, " + chief
                    + ") returning version");
            return round + "&number="
                    + insert("insert into selection.criterion values (" + round
                            + ", 1, 1, 'COMPULSORY', 'LOW_RESULT', 'gr9-passed-all', 20245, 1, 'LOW', 'WEIGHT', 1) "
                            + "returning number");
        });
        things.put("candidate", () -> {
            long candidate = cast.unit("Kandidat", organisation);
            change("insert into organisation.unit_form (unit, form) values (?, 'COMPULSORY')", candidate);
            return key("unit", candidate);
        });
        things.put("round/exclusion", () -> material("exclusion (round, unit, reason,", "'CLOSING'"));
        things.put("round/note", () -> {
            String note = note();
            change(
                    "with kept as (insert into records.file (name, media_type, size, checksum, scan, cleaned, made_by, attached_at) "
                            + "values ('prov.txt', 'text/plain', 1, sha256('x'), 'NOT_SCANNED', false, 0, now()) returning id), "
                            + "parted as (insert into records.file_part select id, 0, 'x' from kept) "
                            + "insert into selection.note_content (note, round, file) "
                            + "select n.id, n.round, k.id from selection.inspectorate_note n, kept k where n.id = ?",
                    Long.parseLong(note.substring(note.lastIndexOf('=') + 1)));
            return note;
        });
        things.put("note", () -> note().replaceAll(".*=", ""));
        things.put("note/marked", () -> {
            String note = note().replaceAll(".*=", "");
            String mark =
                    insert("insert into records.field_mark (kind, about, field, provision, reason, made_by) values "
                            + "('inspectorate-note', " + note + ", 'content', 'Prov', 'Prov', " + chief
                            + ") returning id");
            insert("insert into records.field_reader values (" + mark + ", " + chief + ") returning person");
            return note;
        });
        things.put("round/frozen", () -> {
            String round = round();
            insert(
                    "insert into selection.basis (round, version, criteria_version, last_import, content, made_by) values ("
                            + round + ", 1, 1, 0, 'Prov', " + chief + ") returning version");
            return round;
        });
        things.put("round", this::round);
        things.put("invitation", () -> invitation(round()));
        things.put("invitation/request", () -> {
            String round = round();
            String invitation = invitation(round);
            return invitation + "&id=" + request(round, invitation);
        });
        things.put("round/request", () -> {
            String round = round();
            return round + "&request=" + request(round, invitation(round));
        });
    }

    /** By the organisation of the stage and to itself, about its unit. */
    private void partnershipThings() {
        things.put(
                "next-term",
                () -> Integer.toString(Period.termOf(LocalDate.now(ZoneOffset.UTC))
                        .plusTerms(1)
                        .key()));
        things.put("free-organisation", () -> {
            endPartnerships();
            return things.get("organisation").get();
        });
        things.put("offer-draft", this::offer);
        things.put("offer-draft/file", () -> {
            String offer = offer();
            String file = insert("insert into records.file (name, media_type, size, checksum, scan, cleaned, made_by, "
                    + "attached_at) values ('prov.txt', 'text/plain', 1, sha256('x'), 'NOT_SCANNED', false, " + chief
                    + ", now()) returning id");
            insert("insert into records.file_part values (" + file + ", 0, 'x') returning number");
            insert("insert into partnership.offer_file (offer, file, added_by) values (" + offer + ", " + file + ", "
                    + chief + ") returning offer");
            return offer + "&file=" + file;
        });
        things.put("offer-sent", () -> {
            String offer = offer();
            change(
                    "update partnership.offer set sent_by = made_by, sent_at = now() where id = ?",
                    Long.parseLong(offer));
            change("""
                    with told as (
                        update partnership.partnership p set standing = 'OFFERED', told_at = now()
                        from partnership.offer o where o.partnership = p.id and o.id = ? returning p.id
                    )
                    insert into partnership.participation (partnership, unit, level, standing)
                    select id, %d, 'SCHOOL', 'OFFERED' from told
                    """.formatted(unit), Long.parseLong(offer));
            return offer;
        });
        things.put("cohort", this::cohort);
        things.put("cohort/day", () -> {
            String cohort = cohort();
            return cohort + "&day="
                    + insert("insert into partnership.cohort_day (cohort, day, name, made_by) values (" + cohort
                            + ", current_date, 'Start', " + chief + ") returning id");
        });
    }

    private String offer() {
        endPartnerships();
        String partnership = insert("""
                insert into partnership.partnership (owner_organisation, organiser, variant, variant_version, first_term,
                    made_by)
                values (%1$d, %1$d, 'ksbs', 1, 20274, %2$d) returning id
                """.formatted(organisation, chief));
        String offer = insert("""
                insert into partnership.offer (partnership, owner_organisation, organiser, last_day, why, made_by)
                values (%1$s, %2$d, %2$d, current_date + 20, 'Prov', %3$d) returning id
                """.formatted(partnership, organisation, chief));
        insert("insert into partnership.offered_unit (offer, unit, level) values (" + offer + ", " + unit
                + ", 'SCHOOL') returning id");
        return offer;
    }

    /** Those that another row of the list has begun, since an organiser has one at a time in a programme. */
    private void endPartnerships() {
        change("""
                update partnership.partnership
                set standing = case when told_at is null then 'WITHDRAWN' else 'DISCONTINUED' end
                where organiser = ? and standing not in ('WITHDRAWN', 'DISCONTINUED')
                """, organisation);
    }

    private String cohort() {
        return insert("""
                insert into partnership.cohort (owner_organisation, name, variant, first_term, made_by)
                values (%d, 'Omgång %d', 'ksbs', 20274, %d) returning id
                """.formatted(organisation, System.nanoTime(), chief));
    }

    /** Both parties are the organisation of the stage, so that whoever holds the verb there is one of them. */
    private void agreementThings() {
        things.put("agreed-partnership", this::agreedPartnership);
        things.put("funded-partnership", () -> {
            String partnership = agreedPartnership();
            funding(partnership);
            return partnership;
        });
        things.put("agreement", () -> agreement(agreedPartnership()));
        things.put("answered-agreement", () -> {
            String agreement = agreement(agreedPartnership());
            edition(agreement, "ORGANISER");
            return agreement;
        });
        things.put("settled-agreement", this::settledAgreement);
        things.put("named-agreement", () -> {
            String agreement = settledAgreement();
            return agreement + "&person=" + signatory(agreement, "AGENCY");
        });
        things.put("signable-agreement", () -> {
            String agreement = settledAgreement();
            signatory(agreement, "AGENCY");
            signatory(agreement, "ORGANISER");
            return agreement;
        });
        things.put("signer", this::signer);
        things.put("funding", () -> funding(agreedPartnership()));
        things.put("funding/entry", () -> {
            String funding = funding(agreedPartnership());
            return funding + "&entry="
                    + insert("insert into agreement.funding_entry (funding, kind, day, amount, made_by) values ("
                            + funding + ", 'PAYMENT', '2027-03-12', 100, " + chief + ") returning id");
        });
        things.put("deviating-partnership", () -> {
            String partnership = agreedPartnership();
            return partnership + "&deviation="
                    + insert(
                            "insert into agreement.deviation (partnership, owner_organisation, organiser, against, party, "
                                    + "from_day, what, why, made_by) values (" + partnership + ", " + organisation
                                    + ", "
                                    + organisation + ", 'FUNDING', 'ORGANISER', '2027-03-12', 'Prov', 'Prov', " + chief
                                    + ") returning id");
        });
        things.put("comment", () -> {
            String agreement = agreement(agreedPartnership());
            String comment = insert("insert into discussion.comment (kind, about, made_by) values ('agreement', "
                    + agreement + ", " + chief + ") returning id");
            insert("insert into discussion.comment_words values (" + comment + ", 'Prov') returning comment");
            return agreement + "&comment=" + comment;
        });
    }

    private void surveyThings() {
        things.put("survey-code", () -> {
            String survey = insert("""
                    insert into survey.survey (partnership, owner_organisation, organiser, unit, title, question_set, audience,
                        threshold, last_day, code, standing, opened_on, made_by)
                    values (1, %1$d, %1$d, %2$d, 'Prov', 'prov', 'STAFF', 10, access.today() + 10,
                        translate(substr(md5(random()::text), 1, 8), '01', 'gh'), 'OPEN', access.today(), %3$d) returning id
                    """.formatted(organisation, unit, chief));
            insert("insert into survey.questions (survey, number, whole) values (" + survey
                    + ", 1, '{\"all\":[]}') returning number");
            return insert("select code from survey.survey where id = " + survey);
        });
        things.put("idea-code", () -> insert("""
                insert into survey.idea_round (partnership, owner_organisation, organiser, unit, question, votes, code, made_by)
                values (1, %1$d, %1$d, %2$d, 'Prov?', 3, translate(substr(md5(random()::text), 1, 8), '01', 'gh'), %3$d)
                returning code
                """.formatted(organisation, unit, chief)));
    }

    private void publicationThings() {
        things.put("publication", () -> publication("DRAFT"));
        things.put("publication/proposed", () -> publication("PROPOSED"));
        things.put("publication/released", () -> publication("RELEASED"));
    }

    /** News of an office that somebody else than the chief has written: what an organiser says is its own. */
    private String publication(String standing) {
        return insert("""
                insert into reporting.publication (kind, owner_organisation, title, words, standing, made_by)
                values ('NEWS', %1$d, 'Prov', 'Prov', '%2$s', %3$d) returning id
                """.formatted(organisation, standing, cast.person("Skribent", organisation)));
    }

    private String agreedPartnership() {
        endPartnerships();
        return insert("""
                insert into partnership.partnership (owner_organisation, organiser, variant, variant_version, first_term,
                    standing, told_at, made_by)
                values (%1$d, %1$d, 'sbs', 1, 20271, 'ACCEPTED', now(), %2$d) returning id
                """.formatted(organisation, chief));
    }

    private String agreement(String partnership) {
        String agreement = insert("""
                insert into agreement.agreement (partnership, number, owner_organisation, organiser, made_by)
                values (%1$s, 0, %2$d, %2$d, %3$d) returning id
                """.formatted(partnership, organisation, chief));
        insert("insert into agreement.working_text (agreement, party, content, changed_by) values (" + agreement
                + ", 'AGENCY', '{\"clauses\": [{\"key\": \"prov\", \"heading\": \"Prov\", \"words\": \"Prov\"}], \"interventions\": "
                + "[{\"key\": \"prov\", \"what\": \"Prov\", \"responsible\": \"Prov\", \"level\": \"SCHOOL\", "
                + "\"first\": {\"kind\": \"SPRING_TERM\", \"year\": 2027}, \"last\": {\"kind\": \"SPRING_TERM\", "
                + "\"year\": 2027}, \"cost\": {\"ore\": 1}}]}', " + chief + ") returning version");
        return agreement;
    }

    /** One that the organiser handed over and the agency accepted. */
    private String settledAgreement() {
        String agreement = agreement(agreedPartnership());
        edition(agreement, "ORGANISER");
        insert("insert into agreement.acceptance (agreement, edition, made_by) values (" + agreement + ", 1, " + chief
                + ") returning edition");
        return agreement;
    }

    private String signatory(String agreement, String party) {
        String person = signer();
        insert("insert into agreement.signatory (agreement, party, person, mandate, made_by) values (" + agreement
                + ", '" + party + "', " + person + ", 'Prov', " + chief + ") returning person");
        return person;
    }

    private String signer() {
        return Long.toString(cast.player("Underskrivare", Role.DECIDER, organisation));
    }

    private void edition(String agreement, String party) {
        insert("insert into agreement.edition (agreement, number, party, content, made_by) values (" + agreement
                + ", 1, '" + party + "', '{\"clauses\": [], \"interventions\": []}', " + chief + ") returning number");
    }

    private String funding(String partnership) {
        return insert("""
                insert into agreement.funding (partnership, number, owner_organisation, organiser, decided_on, purpose,
                    amount, made_by)
                values (%1$s, 1, %2$d, %2$d, '2027-03-12', 'Prov', 100000, %3$d) returning id
                """.formatted(partnership, organisation, chief));
    }

    private void noticeThings() {
        things.put("webhook", () -> insert("""
                insert into notice.webhook (organisation, name, url, kinds, secret, request, made_by)
                values (%d, 'Prov', 'https://203.0.113.9/prov', '{selection.invited}', sha256(''), gen_random_uuid(), %d)
                returning id
                """.formatted(organisation, chief)));
        things.put("paused-webhook", () -> {
            String webhook = things.get("webhook").get();
            change("update notice.webhook set paused_at = now(), paused_by = 1 where id = ?", Long.parseLong(webhook));
            return webhook;
        });
    }

    /** Documents of an organiser that is nobody's here; the chief has made them. */
    private void documentThings() {
        long agency = cast.agency("Skolmyndighet");
        things.put("agency-place", () -> Long.toString(agency));
        things.put("organisation-id", () -> Long.toString(organisation));
        things.put("organisation-number", () -> key("organisation", organisation));
        things.put("other-number", () -> key("organisation", cast.organisation("Annan huvudman")));
        things.put("document", () -> document(true));
        things.put("document/file", () -> {
            String document = document(true);
            return document + "&file=" + file(document, "ATTACHMENT");
        });
        things.put("document/opening", () -> {
            String document = document(true);
            return document + "&number="
                    + insert("insert into records.opening (document, version, person, until, opened_by) values ("
                            + document
                            + ", 1, " + cast.person("Läsare", organisation) + ", access.today() + 9, " + chief
                            + ") returning id");
        });
        things.put("document/adopted", () -> adopted(document(true)));
        things.put("document/marked", () -> {
            String document = document(true);
            insert("insert into records.secrecy_mark (document, provision, made_by) values (" + document + ", 'Prov', "
                    + chief + ") returning id");
            return document;
        });
        things.put("document/narrowed", () -> {
            String document = document(true);
            String narrowing = insert("insert into records.narrowing (document, reason, made_by) values (" + document
                    + ", 'Prov', " + chief + ") returning id");
            insert("insert into records.let_in values (" + narrowing + ", " + chief + ") returning person");
            return document;
        });
        things.put("document/aside", () -> {
            String document = document(true);
            return document + "&aside="
                    + insert("insert into records.aside (document, person, reason, made_by) values (" + document + ", "
                            + cast.person("Jävig", organisation) + ", 'Prov', " + chief + ") returning id");
        });
        things.put("document/share", () -> {
            String document = adopted(document(false));
            return document + "&" + shared(document);
        });
        things.put("registered", () -> shared(adopted(document(false))));
        things.put("publicity-pair", () -> {
            long other = cast.organisation("Annan huvudman");
            insert("insert into records.publicity_of_pair (sender, recipient, outcome, reason, set_by) values ("
                    + organisation + ", " + other + ", 'NOT_PUBLIC', 'Prov', " + chief + ") returning outcome");
            return "from=" + organisation + "&to=" + other;
        });
    }

    private String document(boolean ofAnOrganiser) {
        long owner = ofAnOrganiser ? cast.organisation("Tredje") : cast.agency("Skolmyndighet");
        String document =
                insert("insert into records.document (kind, language, owner_organisation, organiser, made_by) values ("
                        + "'document', 'sv', " + owner + ", " + (ofAnOrganiser ? owner : "null") + ", " + chief
                        + ") returning id");
        insert("insert into records.document_version (document, number, title, made_by) values (" + document
                + ", 1, 'Prov', " + chief + ") returning number");
        file(document, "CONTENT");
        return document;
    }

    private String file(String document, String part) {
        String file = insert(
                "insert into records.file (name, media_type, size, checksum, scan, cleaned, made_by, attached_at) "
                        + "values ('prov.txt', 'text/plain', 1, sha256('x'), 'NOT_SCANNED', false, " + chief
                        + ", now()) returning id");
        insert("insert into records.file_part values (" + file + ", 0, 'x') returning number");
        return insert("insert into records.document_file (document, version, part, file) values (" + document + ", 1, '"
                + part + "', " + file + ") returning file");
    }

    private String adopted(String document) {
        insert("insert into records.adoption (document, version, decided_by, mandate, decided_on, recorded_by) values ("
                + document + ", 1, " + chief + ", 'ROLE', access.today(), " + chief + ") returning version");
        return document;
    }

    /** With the organisation of the stage, and registered there. */
    private String shared(String document) {
        String share = insert("insert into records.share (document, version, checksum, shared_by) values (" + document
                + ", 1, sha256('x'), " + chief + ") returning id");
        insert("insert into records.share_recipient values (" + share + ", " + organisation
                + ", 'PUBLIC_RECORD', 'TWO_AUTHORITIES') returning share");
        insert("insert into records.case_series (organisation, prefix) values (" + organisation
                + ", 'P') on conflict (organisation) do update set prefix = 'P' returning organisation");
        insert("insert into records.case_number (organisation, room, record, number, typed) values (" + organisation
                + ", 'prov', '" + share + "', 'P " + share + "', false) returning number");
        insert(
                "insert into records.registration (share, organisation, direction, room, record, item, title, kind, document, "
                        + "version, counterparts) values (" + share + ", " + organisation + ", 'IN', 'prov', '" + share
                        + "', 1, 'Prov', 'document', " + document + ", 1, '{}') returning share");
        return "share=" + share + "&organisation=" + organisation;
    }

    /** Run by the organisation of the stage for itself, with its unit in the first phase. */
    private void caseThings() {
        things.put("office", () -> Long.toString(organisation));
        things.put("today", () -> LocalDate.now(ZoneOffset.UTC).toString());
        things.put("case", () -> runningCase("ksbs", 1));
        things.put("case/short", () -> runningCase("sbs", 1));
        things.put("case/unit", () -> runningCase("ksbs", 1) + "&unit=" + unit);
        things.put("case/step", () -> runningCase("ksbs", 1) + "&unit=" + unit + "&phase=analysis&step=form-group");
        things.put("case/phase", () -> {
            String id = runningCase("ksbs", 1);
            return id + "&phase=plan&units=" + unit + "&day=" + LocalDate.now(ZoneOffset.UTC);
        });
        things.put("case/done", () -> {
            String id = runningCase("ksbs", 1);
            return id + "&done=" + insert("""
                    insert into partnership.step_done (partnership, unit, phase, step, made_by)
                    values (%s, %d, 'analysis', 'form-group', %d) returning id
                    """.formatted(id, unit, chief));
        });
        things.put("case/discontinued", () -> {
            String id = runningCase("ksbs", 1);
            change("update partnership.partnership set standing = 'DISCONTINUED' where id = ?", Long.parseLong(id));
            return id;
        });
        things.put("case/closed", () -> closedCase());
        things.put("case/lives-on", () -> {
            String id = runningCase("ksbs", 1);
            return id + "&item=" + livesOn(id);
        });
        things.put("case/concern", () -> {
            String id = runningCase("ksbs", 1);
            return id + "&concern="
                    + insert(
                            "insert into reporting.concern (partnership, agency, organiser, side, shared, words, made_by) values ("
                                    + id + ", " + organisation + ", " + organisation + ", 'AGENCY', true, 'Prov', "
                                    + chief
                                    + ") returning id");
        });
        things.put("case/looked", () -> {
            String id = runningCase("ksbs", 1);
            String item = livesOn(id);
            change("update partnership.partnership set standing = 'DISCONTINUED' where id = ?", Long.parseLong(id));
            closing(id);
            return id + "&item=" + item;
        });
        things.put("case/version", () -> {
            String key = "prov-" + System.nanoTime();
            change(
                    "insert into programme.variant (key, name_sv, name_en, position) values ('" + key
                            + "', 'Prov', 'Trial', ?)",
                    9);
            for (int version = 1; version <= 2; version++) {
                change("""
                        insert into programme.version (variant, version, content, whole)
                        select '%1$s', ?, '{}', jsonb_set(whole, '{key}', '"%1$s"')
                        from programme.version where variant = 'ksbs' order by version desc limit 1
                        """.formatted(key), version);
                change(
                        "insert into programme.publication (variant, version, reason) values ('" + key
                                + "', ?, 'Prov')",
                        version);
            }
            return runningCase(key, 1) + "&to=2";
        });
    }

    private String closedCase() {
        String id = runningCase("ksbs", 1);
        change("update partnership.partnership set standing = 'DISCONTINUED' where id = ?", Long.parseLong(id));
        closing(id);
        return id;
    }

    private void closing(String id) {
        insert("insert into partnership.closing (partnership, day, learned, made_by) values (" + id
                + ", access.today(), 'Prov', " + chief + ") returning partnership");
    }

    private String livesOn(String id) {
        return insert("insert into partnership.lives_on (partnership, what, owner, look_at, made_by) values (" + id
                + ", 'Prov', 'Rektor', access.today(), " + chief + ") returning id");
    }

    private String runningCase(String variant, int version) {
        endPartnerships();
        String id = insert("""
                insert into partnership.partnership (owner_organisation, organiser, variant, variant_version, first_term,
                    standing, told_at, made_by)
                values (%1$d, %1$d, '%2$s', %3$d, 20264, 'RUNNING', now(), %4$d) returning id
                """.formatted(organisation, variant, version, chief));
        change("""
                insert into partnership.participation (partnership, unit, level, standing)
                values (?, %d, 'SCHOOL', 'RUNNING')
                """.formatted(unit), Long.parseLong(id));
        change("""
                insert into partnership.phase_begun (partnership, unit, phase, day, made_by)
                values (?, %d, 'analysis', access.today() - 30, %d)
                """.formatted(unit, chief), Long.parseLong(id));
        return id;
    }

    /** To the organisation of the stage, about its unit. */
    private String invitation(String round) {
        String invitation = insert("""
                insert into selection.invitation (round, organiser, organiser_name, owner_organisation, owner_name, name,
                    purpose, variant, cohort, last_day, sent_by)
                select id, %d, 'Prov', owner_organisation, 'Prov', name, purpose, variant, cohort, access.today() + 20, %d
                from selection.round where id = %s returning id
                """.formatted(organisation, chief, round));
        insert("insert into selection.invited_form values (" + invitation + ", 'COMPULSORY', 5, 9) returning form");
        insert("insert into selection.invited_unit values (" + invitation + ", 'COMPULSORY', " + unit
                + ", 'prov', 'Prov') returning form");
        return invitation;
    }

    private String request(String round, String invitation) {
        return insert("insert into selection.exclusion_request (invitation, round, unit, reason, made_by) values ("
                + invitation + ", " + round + ", " + unit + ", 'CLOSING', " + chief + ") returning id");
    }

    private String note() {
        return material("inspectorate_note (round, unit, noted_on, source, checksum,", "'2024-03-12', 'Prov', ''");
    }

    private String material(String table, String values) {
        String round = round();
        String name = table.startsWith("exclusion") ? "exclusion" : "note";
        return round + "&" + name + "="
                + insert("insert into selection." + table + " made_by) values (" + round + ", " + unit + ", " + values
                        + ", " + chief + ") returning id");
    }

    private String round() {
        String round = insert("""
                insert into selection.round (owner_organisation, name, purpose, variant, cohort, last_year, opened_by)
                values (%d, 'Prov', 'Prov', 'sbs', 'VT 2028', 20245, %d) returning id
                """.formatted(cast.agency("Skolmyndighet"), chief));
        insert("insert into selection.round_form (round, form, places) values (" + round
                + ", 'COMPULSORY', 5) returning form");
        insert("insert into selection.participant (round, person, duty) values (" + round + ", " + chief
                + ", 'PREPARER') returning id");
        return round;
    }

    private long removed() {
        long removed = cast.person("Borttagen", organisation);
        change("update access.person set deleted_at = now() where id = ?", removed);
        return removed;
    }

    private String passkey() {
        return insert("""
                insert into access.passkey (id, person, label, public_key, signature_count, user_verified,
                    backup_eligible, backed_up, transports)
                values (sha256(gen_random_uuid()::text::bytea), %d, 'Prov', '', 0, true, false, false, '{}')
                returning translate(encode(id, 'base64'), '+/=', '-_')
                """.formatted(chief));
    }

    private String area() {
        return kept("area (name,", "'Område " + System.nanoTime() + "'");
    }

    private String provider(String column) {
        return insert("""
                insert into organisation.organisation (kind, provider_kind, key, name, source)
                values ('PROVIDER', 'UNIVERSITY', 'u%1$d', 'Lärosäte %1$d', 'PEOPLE') returning %2$s
                """.formatted(System.nanoTime(), column));
    }

    private String kept(String table, String values) {
        return insert("insert into organisation." + table + " owner_organisation, organiser, visibility) values ("
                + values + ", " + organisation + ", " + organisation + ", 'PUBLIC') returning id");
    }

    private String insert(String sql) {
        return cast.behind().sql(sql).query(String.class).single();
    }

    private void change(String sql, long id) {
        cast.behind().sql(sql).param(id).update();
    }

    private String key(String table, long id) {
        return cast.behind()
                .sql("select key from organisation." + table + " where id = ?")
                .param(id)
                .query(String.class)
                .single();
    }
}
