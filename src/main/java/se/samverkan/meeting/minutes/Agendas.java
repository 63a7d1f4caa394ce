package se.samverkan.meeting.minutes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.meeting.Discussable;
import se.samverkan.meeting.Discussable.Topic;
import se.samverkan.meeting.MeetingView;
import se.samverkan.meeting.minutes.AgendaItem.About;
import se.samverkan.meeting.plan.Gatherings;
import se.samverkan.meeting.plan.Planning;
import se.samverkan.programme.variant.Text;
import se.samverkan.shared.AuditTrail;
import se.samverkan.shared.Bin;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/** The door to the agenda of a meeting: its items in order, each with what it is about in some room. */
@Component
class Agendas {

    static final int MOST_LETTERS = 1_000;

    private final JdbcClient database;
    private final Planning planning;
    private final Gatherings gatherings;
    private final StoredMinutes minutes;
    private final ObjectProvider<Discussable> rooms;
    private final AuditTrail trail;

    Agendas(
            JdbcClient database,
            Planning planning,
            Gatherings gatherings,
            StoredMinutes minutes,
            ObjectProvider<Discussable> rooms,
            AuditTrail trail) {
        this.database = database;
        this.planning = planning;
        this.gatherings = gatherings;
        this.minutes = minutes;
        this.rooms = rooms;
        this.trail = trail;
    }

    /** Something that an item can be about, with the kind that its room gives it. */
    record Choice(String kind, Topic topic) {

        String value() {
            return kind + ":" + topic.id();
        }
    }

    @Transactional(readOnly = true)
    public List<AgendaItem> of(long meeting) {
        return database.sql("""
                        select * from meeting.agenda_item where meeting = ? and removed_at is null order by position, id
                        """).param(meeting).query((row, n) -> item(row)).list();
    }

    private static AgendaItem item(ResultSet row) throws SQLException {
        return new AgendaItem(
                row.getLong("id"),
                row.getInt("position"),
                new Text(row.getString("words_sv"), row.getString("words_en")),
                new About(
                        row.getString("about_kind"),
                        row.getString("about_id"),
                        new Text(row.getString("about_sv"), row.getString("about_en")),
                        row.getString("about_address")),
                Optional.ofNullable(row.getObject("common", UUID.class)),
                row.getInt("version"));
    }

    /** What an item of the meeting can be about now, room by room. */
    @Transactional(readOnly = true)
    public List<Choice> choices(MeetingView meeting) {
        return rooms.orderedStream()
                .flatMap(room -> room.of(meeting.partnership(), meeting.unit()).stream()
                        .map(topic -> new Choice(room.kind(), topic)))
                .toList();
    }

    @Transactional(readOnly = true)
    public AgendaItem item(long meeting, long id) {
        return of(meeting).stream().filter(each -> each.id() == id).findFirst().orElseThrow(Refusal::notSeen);
    }

    /** The meeting, for one who may write its agenda now. */
    @Transactional(readOnly = true)
    public MeetingView toWrite(long id) {
        MeetingView meeting = planning.meeting(id);
        if (!minutes.part(id).plans()) {
            throw Refusal.notAllowed("refusal.verb.PLAN_MEETINGS");
        }
        if (!meeting.isOpen()) {
            throw Refusal.rule("meeting.refusal." + meeting.standing());
        }
        return meeting;
    }

    @Transactional
    public void add(long meetingId, FreeText words, String about) {
        MeetingView meeting = toWrite(meetingId);
        check(words);
        About chosen = about(meeting, about, About.NOTHING);
        List<MeetingView> places =
                chosen.isThere() || !gatherings.plansAll(meeting) ? List.of(meeting) : gatherings.open(meeting);
        UUID common = places.size() > 1 ? UUID.randomUUID() : null;
        places.forEach(each -> add(each.id(), words, chosen, common));
        told("agenda-added", meeting, null, words.text(), words);
    }

    private void add(long meeting, FreeText words, About chosen, @Nullable UUID common) {
        database.sql("""
                        insert into meeting.agenda_item (meeting, position, words_sv, about_kind, about_id, about_sv, about_en,
                            about_address, common)
                        values (:meeting, (select coalesce(max(position), 0) + 1 from meeting.agenda_item
                            where meeting = :meeting), :words, :kind, :id, :sv, :en, :address, :common)
                        """)
                .param("meeting", meeting)
                .param("common", common, Types.OTHER)
                .param("words", words.text())
                .param("kind", chosen.kind())
                .param("id", chosen.id())
                .param("sv", chosen.name().sv())
                .param("en", chosen.name().en())
                .param("address", chosen.address())
                .update();
    }

    /** What is common to all that a meeting is held as one with is changed in all of them, by those who plan them all. */
    private void requireCommon(MeetingView meeting, AgendaItem item) {
        if (item.common().isPresent() && !gatherings.plansAll(meeting)) {
            throw Refusal.rule("meeting.refusal.common-item");
        }
    }

    @Transactional
    public void change(long meetingId, long id, int version, FreeText words, String about) {
        MeetingView meeting = toWrite(meetingId);
        AgendaItem before = item(meetingId, id);
        check(words);
        About chosen = about(meeting, about, before.about());
        if (!before.words().sv().equals(words.text())) {
            requireCommon(meeting, before);
        }
        boolean same = before.words().sv().equals(words.text());
        int rows = database.sql("""
                        update meeting.agenda_item set words_sv = :words, words_en = case when :same then words_en else '' end,
                            about_kind = :kind, about_id = :id, about_sv = :sv, about_en = :en, about_address = :address,
                            version = version + 1
                        where id = :item and version = :version
                        """)
                .param("words", words.text())
                .param("same", same)
                .param("kind", chosen.kind())
                .param("id", chosen.id())
                .param("sv", chosen.name().sv())
                .param("en", chosen.name().en())
                .param("address", chosen.address())
                .param("item", id)
                .param("version", version)
                .update();
        if (rows == 0) {
            throw Refusal.stale();
        }
        if (!same && before.common().isPresent()) {
            database.sql("""
                            update meeting.agenda_item set words_sv = ?, words_en = '', version = version + 1
                            where common = ? and id <> ? and not meeting.is_closed(meeting)
                            """).params(words.text(), before.common().get(), id).update();
        }
        told("agenda-changed", meeting, before.words().sv(), words.text(), words);
    }

    /** Moves an item before the one above it. */
    @Transactional
    public void raise(long meetingId, long id) {
        MeetingView meeting = toWrite(meetingId);
        List<AgendaItem> items = new ArrayList<>(of(meetingId));
        int place = items.indexOf(item(meetingId, id));
        if (place > 0) {
            Collections.swap(items, place, place - 1);
            for (int i = 0; i < items.size(); i++) {
                database.sql("update meeting.agenda_item set position = ? where id = ?")
                        .params(i + 1, items.get(i).id())
                        .update();
            }
            told("agenda-raised", meeting, null, items.get(place - 1).words().sv(), FreeText.NONE);
        }
    }

    /** Takes an item off the agenda; what was noted under it stays, under other things. */
    @Transactional
    public void remove(long meetingId, long id) {
        MeetingView meeting = toWrite(meetingId);
        AgendaItem item = item(meetingId, id);
        requireCommon(meeting, item);
        database.sql("""
                        update meeting.agenda_item set removed_by = access.person(), removed_at = now(), version = version + 1
                        where (id = :id or common = :common) and removed_at is null and not meeting.is_closed(meeting)
                        """)
                .param("id", id)
                .param("common", item.common().orElse(null), Types.OTHER)
                .update();
        told("agenda-removed", meeting, item.words().sv(), null, FreeText.NONE);
    }

    /** Those that were taken off and can still be taken back, for one who may write the agenda. */
    @Transactional(readOnly = true)
    public List<AgendaItem> removed(long meeting) {
        return !minutes.part(meeting).plans()
                ? List.of()
                : database.sql("""
                        select * from meeting.agenda_item
                        where meeting = ? and removed_at > now() - make_interval(days => ?)
                        order by removed_at desc, id
                        """)
                        .params(meeting, (int) Bin.KEPT.toDays())
                        .query((row, n) -> item(row))
                        .list();
    }

    /** Takes an item back to where it stood, with what was noted under it. */
    @Transactional
    public void takeBack(long meetingId, long id) {
        MeetingView meeting = toWrite(meetingId);
        AgendaItem item = removed(meetingId).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        requireCommon(meeting, item);
        database.sql("""
                        update meeting.agenda_item set removed_by = null, removed_at = null, version = version + 1
                        where (id = :id or common = :common) and removed_at is not null and not meeting.is_closed(meeting)
                        """)
                .param("id", id)
                .param("common", item.common().orElse(null), Types.OTHER)
                .update();
        told("agenda-taken-back", meeting, null, item.words().sv(), FreeText.NONE);
    }

    /** What was chosen, among what there is to choose; what the item is about already may stay though it is there no more. */
    private About about(MeetingView meeting, String value, About before) {
        if (value.isEmpty()) {
            return About.NOTHING;
        }
        if (value.equals(before.value())) {
            return before;
        }
        return Optional.of(value)
                .flatMap(wanted -> choices(meeting).stream()
                        .filter(each -> each.value().equals(wanted))
                        .findFirst())
                .map(each -> new About(
                        each.kind(),
                        each.topic().id(),
                        each.topic().name(),
                        each.topic().address()))
                .orElseThrow(() -> Refusal.rule("meeting.refusal.about"));
    }

    private static void check(FreeText words) {
        if (words.text().isBlank()) {
            throw Refusal.rule("meeting.refusal.item");
        }
        if (words.text().length() > MOST_LETTERS) {
            throw Refusal.rule("meeting.refusal.too-long", words.text().length(), MOST_LETTERS);
        }
    }

    private void told(
            String what, MeetingView meeting, @Nullable String before, @Nullable String after, FreeText words) {
        trail.record(Planning.happening(what, meeting)
                .changing("agenda-item", before, after)
                .changing("number-reason", null, words.numberReasonOrNull()));
    }
}
