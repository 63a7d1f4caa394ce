package se.samverkan.meeting.minutes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.meeting.Discussable;
import se.samverkan.meeting.Discussable.Topic;
import se.samverkan.meeting.MeetingView;
import se.samverkan.meeting.minutes.AgendaItem.About;
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
    private final StoredMinutes minutes;
    private final ObjectProvider<Discussable> rooms;
    private final AuditTrail trail;

    Agendas(
            JdbcClient database,
            Planning planning,
            StoredMinutes minutes,
            ObjectProvider<Discussable> rooms,
            AuditTrail trail) {
        this.database = database;
        this.planning = planning;
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
        database.sql("""
                        insert into meeting.agenda_item (meeting, position, words_sv, about_kind, about_id, about_sv, about_en,
                            about_address)
                        values (:meeting, (select coalesce(max(position), 0) + 1 from meeting.agenda_item
                            where meeting = :meeting), :words, :kind, :id, :sv, :en, :address)
                        """)
                .param("meeting", meetingId)
                .param("words", words.text())
                .param("kind", chosen.kind())
                .param("id", chosen.id())
                .param("sv", chosen.name().sv())
                .param("en", chosen.name().en())
                .param("address", chosen.address())
                .update();
        told("agenda-added", meeting, null, words.text(), words);
    }

    @Transactional
    public void change(long meetingId, long id, int version, FreeText words, String about) {
        MeetingView meeting = toWrite(meetingId);
        AgendaItem before = item(meetingId, id);
        check(words);
        About chosen = about(meeting, about, before.about());
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
        database.sql("""
                        update meeting.agenda_item set removed_by = access.person(), removed_at = now(), version = version + 1
                        where id = ?
                        """).param(id).update();
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
        database.sql("""
                        update meeting.agenda_item set removed_by = null, removed_at = null, version = version + 1
                        where id = ?
                        """).param(id).update();
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
