package se.samverkan.organisation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What organisers have told about themselves and their units beyond the registers, and what units were before: for the
 * pages of units and organisers, and for rooms that must know a school day from a holiday.
 */
public interface Particulars {

    /** The areas of an organiser with their units, by name as a Swede sorts. */
    List<AreaView> areas(long organiser);

    /** The terms and holidays of an organiser, in time. */
    List<CalendarDays> calendar(long organiser);

    /** What came before and after a unit, in time. */
    List<Succession> successions(long unit);

    /** The units that came after others since a day, as all may know. */
    Set<Long> successorsSince(LocalDate day);

    /** What a unit was called, whose it was and where, the newest first. */
    List<Stretch> history(long unit);

    /** As a unit was on a day, or nothing for days before it became known. */
    Optional<Stretch> on(long unit, LocalDate day);

    /**
     * An area (område) within an organiser.
     *
     * @param units the units of the area, by name
     */
    record AreaView(long id, String name, int version, List<UnitInArea> units) {}

    /** A unit of an area. */
    record UnitInArea(long id, String key, String name) {}

    /** The sorts of days in an organiser's calendar. */
    enum DayKind {
        TERM,
        HOLIDAY
    }

    /** A term or a holiday, both days included. */
    record CalendarDays(long id, DayKind kind, String name, LocalDate first, LocalDate last, int version) {}

    /** How one unit came after another. */
    enum SuccessionKind {
        /** Several became one. */
        MERGED,
        /** One became several. */
        SPLIT,
        /** It goes on under another organiser or in another place. */
        MOVED,
        /** A new unit took over. */
        REPLACED
    }

    /** A unit that came before or after. */
    record Neighbour(String key, String name) {}

    /**
     * One unit came after another.
     *
     * @param owner the organiser whose people entered it
     * @param note why, in the words of the person who entered it
     */
    record Succession(
            long id,
            long owner,
            SuccessionKind kind,
            Neighbour before,
            Neighbour after,
            LocalDate day,
            String note,
            int version) {

        /** Whether this tells what became of the unit, rather than where it came from. */
        public boolean isAfter(String unit) {
            return before.key().equals(unit);
        }
    }

    /**
     * What a unit was for a stretch of time.
     *
     * @param to the first day on which it was something else, or nothing while it still is so
     * @param specialSupport whether it was a special-support school
     * @param international whether it was an international school
     */
    record Stretch(
            LocalDate from,
            Optional<LocalDate> to,
            String name,
            OrganiserView organiser,
            String municipality,
            String status,
            boolean specialSupport,
            boolean international) {}
}
