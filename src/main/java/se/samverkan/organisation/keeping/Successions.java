package se.samverkan.organisation.keeping;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.organisation.Particulars.Succession;
import se.samverkan.organisation.Particulars.SuccessionKind;
import se.samverkan.organisation.UnitView;
import se.samverkan.organisation.keeping.KeptRows.Changed;
import se.samverkan.shared.DoorKeeper;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;

/**
 * The door to what the register does not tell: which unit came after which, entered by people with their reason. It
 * belongs to the organiser of the unit on whose page it was entered.
 */
@Component
class Successions {

    /**
     * What is said.
     *
     * @param note why, never empty
     */
    record Said(SuccessionKind kind, UnitView before, UnitView after, LocalDate day, FreeText note) {}

    private final JdbcClient database;
    private final DoorKeeper doors;
    private final KeptRows rows;
    private final StoredParticulars particulars;
    private final Clock clock;

    Successions(JdbcClient database, DoorKeeper doors, KeptRows rows, StoredParticulars particulars, Clock clock) {
        this.database = database;
        this.doors = doors;
        this.rows = rows;
        this.particulars = particulars;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Succession succession(UnitView unit, long id) {
        return particulars.successions(unit.id()).stream()
                .filter(one -> one.id() == id)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
    }

    @Transactional
    public void add(long organiser, Said said) {
        doors.require(Kept.SUCCESSION.verb(), organiser);
        check(said, 0);
        long id = database.sql("""
                        insert into organisation.succession
                            (owner_organisation, organiser, kind, predecessor, successor, happened_on, note)
                        values (:o, :o, :kind, :before, :after, :day, :note) returning id
                        """)
                .param("o", organiser)
                .param("kind", said.kind().name())
                .param("before", said.before().id())
                .param("after", said.after().id())
                .param("day", said.day())
                .param("note", said.note().text())
                .query(Long.class)
                .single();
        rows.tell(
                Kept.SUCCESSION,
                "added",
                organiser,
                id,
                Map.of(
                        "day",
                        new Changed("", said.day()),
                        "note",
                        new Changed("", said.note().text()),
                        "number-reason",
                        new Changed("", said.note().numberReason())));
    }

    /** @param seen the version that the form showed */
    @Transactional
    public void change(long organiser, UnitView unit, long id, int seen, Said said) {
        rows.begin(Kept.SUCCESSION, organiser, id, seen);
        Succession before = succession(unit, id);
        check(said, id);
        database.sql("""
                        update organisation.succession
                        set kind = ?, predecessor = ?, successor = ?, happened_on = ?, note = ? where id = ?
                        """)
                .params(
                        said.kind().name(),
                        said.before().id(),
                        said.after().id(),
                        said.day(),
                        said.note().text(),
                        id)
                .update();
        rows.tell(
                Kept.SUCCESSION,
                "changed",
                organiser,
                id,
                Map.of(
                        "before",
                                new Changed(
                                        before.before().name(), said.before().name()),
                        "after", new Changed(before.after().name(), said.after().name()),
                        "day", new Changed(before.day(), said.day()),
                        "note", new Changed(before.note(), said.note().text()),
                        "number-reason", new Changed("", said.note().numberReason())));
    }

    private void check(Said said, long itself) {
        LocalDate today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Stockholm")));
        SuccessionRules.check(
                said.kind(),
                said.before().key(),
                said.after().key(),
                said.day(),
                today,
                particulars.successions(said.before().id()).stream()
                        .filter(one -> one.id() != itself)
                        .toList());
    }
}
