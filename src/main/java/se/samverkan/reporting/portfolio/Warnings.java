package se.samverkan.reporting.portfolio;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.partnership.CasePulse;
import se.samverkan.partnership.CasePulse.UnitPulse;
import se.samverkan.partnership.Standing;
import se.samverkan.shared.PersonalNumbers;
import se.samverkan.shared.Refusal;

/**
 * The door to early warnings: that a unit has fallen behind or gone silent, has another head teacher or has become another
 * unit, or that the organiser has another director. Each is one person's; it is told once, and put aside with a word.
 */
@Component
class Warnings {

    private static final int STEPS_BEHIND = 2;

    private final JdbcClient database;
    private final Portfolio portfolio;
    private final WarningNotices notices;
    private final Rights rights;

    Warnings(JdbcClient database, Portfolio portfolio, WarningNotices notices, Rights rights) {
        this.database = database;
        this.portfolio = portfolio;
        this.notices = notices;
        this.rights = rights;
    }

    /** What is warned of. */
    enum Kind {
        BEHIND,
        SILENT,
        HEAD,
        DIRECTOR,
        CHANGED
    }

    /** A warning that stands: about a partnership, or a unit in it; since a day. */
    record Warning(long id, long partnership, String organiser, String about, Kind kind, LocalDate since) {}

    private record Found(long partnership, @Nullable Long unit, Kind kind, LocalDate since) {}

    private record Row(long id, long partnership, @Nullable Long unit, String kind, LocalDate since) {}

    /** Those of the actor that stand, about partnerships of the portfolio; the newest first. */
    @Transactional(readOnly = true)
    public List<Warning> open(List<Line> lines) {
        Map<Long, CasePulse> pulses =
                lines.stream().map(Line::pulse).collect(Collectors.toMap(CasePulse::id, Function.identity()));
        return database.sql("""
                        select id, partnership, unit, kind, since from reporting.warning
                        where person = access.person() and aside_at is null order by told_at desc, id desc
                        """).query(Row.class).list().stream()
                .flatMap(row ->
                        Optional.ofNullable(pulses.get(row.partnership())).map(pulse -> warning(row, pulse)).stream())
                .toList();
    }

    private static Warning warning(Row row, CasePulse pulse) {
        String unit = Optional.ofNullable(row.unit()).stream()
                .flatMap(id -> pulse.units().stream().filter(each -> each.unit() == id))
                .map(UnitPulse::name)
                .findFirst()
                .orElse(pulse.organiserName());
        return new Warning(
                row.id(), row.partnership(), pulse.organiserName(), unit, Kind.valueOf(row.kind()), row.since());
    }

    /** Puts an own warning aside, with a word. */
    @Transactional
    public void aside(long id, String words) {
        rights.require(Verb.READ_PORTFOLIO);
        if (words.isBlank() || words.length() > 500) {
            throw Refusal.rule("reporting.warning.error.words");
        }
        if (PersonalNumbers.areIn(words)) {
            throw Refusal.rule("reporting.warning.error.number");
        }
        int changed = database.sql("""
                        update reporting.warning set aside_at = now(), aside_words = ?
                        where id = ? and person = access.person() and aside_at is null
                        """).params(words, id).update();
        if (changed == 0) {
            throw Refusal.notSeen();
        }
    }

    /**
     * Looks for what the actor is to be warned of, and tells what has not been told before. Done again, or by two processes at
     * once, it tells nothing more: each warning is one row.
     *
     * @return how many were told
     */
    @Transactional
    public int look() {
        List<Long> told = new ArrayList<>();
        portfolio
                .lines()
                .forEach(line -> found(line).forEach(found -> keep(found).ifPresent(told::add)));
        if (!told.isEmpty()) {
            notices.warned(told.getFirst(), told.size());
        }
        return told.size();
    }

    private Optional<Long> keep(Found found) {
        return database.sql("""
                        insert into reporting.warning (partnership, unit, kind, since) values (?, ?, ?, ?)
                        on conflict do nothing returning id
                        """)
                .param(found.partnership())
                .param(found.unit())
                .param(found.kind().name())
                .param(found.since())
                .query(Long.class)
                .optional();
    }

    private List<Found> found(Line line) {
        CasePulse pulse = line.pulse();
        List<Found> found = new ArrayList<>();
        if (pulse.standing() != Standing.RUNNING) {
            return found;
        }
        LocalDate recent = portfolio.today().minusDays(Line.NEW_DAYS);
        pulse.directorSince()
                .filter(day -> day.isAfter(recent))
                .ifPresent(day -> found.add(new Found(pulse.id(), null, Kind.DIRECTOR, day)));
        pulse.heard()
                .filter(day -> line.silent().orElse(0) > Line.SILENT_DAYS)
                .ifPresent(day -> found.add(new Found(pulse.id(), null, Kind.SILENT, day)));
        pulse.units().stream()
                .filter(unit -> unit.standing() == Standing.RUNNING)
                .forEach(unit -> ofUnit(pulse, unit, recent, found));
        return found;
    }

    private void ofUnit(CasePulse pulse, UnitPulse unit, LocalDate recent, List<Found> found) {
        unit.headSince()
                .filter(day -> day.isAfter(recent))
                .ifPresent(day -> found.add(new Found(pulse.id(), unit.unit(), Kind.HEAD, day)));
        unit.due()
                .filter(day -> unit.overdue() > STEPS_BEHIND)
                .ifPresent(day -> found.add(new Found(pulse.id(), unit.unit(), Kind.BEHIND, day)));
        if (unit.changed()) {
            found.add(new Found(
                    pulse.id(), unit.unit(), Kind.CHANGED, pulse.firstTerm().firstDayOfTerm()));
        }
    }
}
