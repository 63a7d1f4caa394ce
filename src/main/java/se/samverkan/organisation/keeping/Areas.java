package se.samverkan.organisation.keeping;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.organisation.Particulars.AreaView;
import se.samverkan.organisation.Particulars.UnitInArea;
import se.samverkan.organisation.keeping.KeptRows.Changed;
import se.samverkan.shared.DoorKeeper;
import se.samverkan.shared.Refusal;

/**
 * The door to the areas of organisers: what an area head answers for. Which units lie in an area are rows of their own, so
 * that two people who each move a unit never undo one another.
 */
@Component
class Areas {

    private final JdbcClient database;
    private final DoorKeeper doors;
    private final KeptRows rows;
    private final StoredParticulars particulars;

    Areas(JdbcClient database, DoorKeeper doors, KeptRows rows, StoredParticulars particulars) {
        this.database = database;
        this.doors = doors;
        this.rows = rows;
        this.particulars = particulars;
    }

    @Transactional(readOnly = true)
    public AreaView area(long organiser, long id) {
        return particulars.areas(organiser).stream()
                .filter(area -> area.id() == id)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
    }

    @Transactional
    public void add(long organiser, String name, Collection<Long> units) {
        doors.require(Kept.AREA.verb(), organiser);
        long id = unlessTaken(
                name,
                () -> database.sql("""
                        insert into organisation.area (owner_organisation, organiser, name) values (:o, :o, :name)
                        returning id
                        """)
                        .param("o", organiser)
                        .param("name", name)
                        .query(Long.class)
                        .single());
        link(organiser, id, units);
        rows.tell(Kept.AREA, "added", organiser, id, Map.of("units", new Changed("", names(organiser, id))));
    }

    /**
     * Changes the name, and moves the units that the person has ticked or unticked; other units stay as they are.
     *
     * @param seen the version that the form showed
     */
    @Transactional
    public void change(
            long organiser, long id, int seen, String name, Collection<Long> ticked, Collection<Long> unticked) {
        rows.begin(Kept.AREA, organiser, id, seen);
        AreaView before = area(organiser, id);
        String unitsBefore = names(organiser, id);
        unlessTaken(name, () -> (long) database.sql("update organisation.area set name = ? where id = ?")
                .params(name, id)
                .update());
        database.sql("delete from organisation.area_unit where area = ? and unit = any (?)")
                .params(id, unticked.toArray(Long[]::new))
                .update();
        link(organiser, id, ticked);
        rows.tell(
                Kept.AREA,
                "changed",
                organiser,
                id,
                Map.of(
                        "name", new Changed(before.name(), name),
                        "units", new Changed(unitsBefore, names(organiser, id))));
    }

    /** Only units of the organiser's own; any other is left out, as it is not on the form. */
    private void link(long organiser, long area, Collection<Long> units) {
        database.sql("""
                        insert into organisation.area_unit (area, unit, owner_organisation, organiser)
                        select ?, u.id, u.organiser, u.organiser from organisation.unit u
                        where u.organiser = ? and u.kind <> 'ORGANISER' and u.id = any (?)
                        on conflict do nothing
                        """).params(area, organiser, units.toArray(Long[]::new)).update();
    }

    private String names(long organiser, long id) {
        return area(organiser, id).units().stream().map(UnitInArea::name).collect(Collectors.joining(", "));
    }

    private static long unlessTaken(String name, java.util.function.LongSupplier deed) {
        try {
            return deed.getAsLong();
        } catch (DuplicateKeyException taken) {
            throw Refusal.rule("area.refusal.name-taken", name);
        }
    }
}
