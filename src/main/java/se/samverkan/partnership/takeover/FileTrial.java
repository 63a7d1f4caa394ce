package se.samverkan.partnership.takeover;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.samverkan.organisation.OrganisationView;
import se.samverkan.organisation.OrganiserView;
import se.samverkan.organisation.UnitView;
import se.samverkan.partnership.course.DecisionKind;
import se.samverkan.partnership.staffing.Roster;
import se.samverkan.partnership.takeover.Past.Decided;
import se.samverkan.partnership.takeover.Trial.Told;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.Period;
import se.samverkan.shared.PersonalNumbers;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.Worded;
import se.samverkan.shared.page.FreeText;

/**
 * Understands the rows of one file, in the order that they build on one another: the case, its units, what they have begun,
 * what was decided, and the people. It only reads; every row is told with what is wrong with it.
 */
final class FileTrial {

    private static final List<DecisionKind> DECISIONS =
            List.of(DecisionKind.ACCEPTED, DecisionKind.PAUSED, DecisionKind.RESUMED);

    private final TakingOver takingOver;
    private final FileNames names;
    private final List<FileRow> rows;
    private final List<Told> told = new ArrayList<>();
    private final List<Refusal> missing = new ArrayList<>();
    private final Map<String, UnitView> units = new LinkedHashMap<>();
    private final Map<Long, Map<String, LocalDate>> begun = new HashMap<>();
    private final List<Decided> decided = new ArrayList<>();
    private final List<Roster.Line> people = new ArrayList<>();
    private @Nullable Case found;

    FileTrial(TakingOver takingOver, FileNames names, List<FileRow> rows) {
        this.takingOver = takingOver;
        this.names = names;
        this.rows = rows;
    }

    /** What the first sheet says. */
    private record Case(
            OrganiserView organiser,
            Variant variant,
            OrganisationView owner,
            Period term,
            LocalDate started,
            String words) {}

    Trial understand(Past.Source source) {
        List<FileRow> cases =
                rows.stream().filter(row -> row.sheet() == FileSheet.CASE).toList();
        if (cases.size() != 1) {
            missing.add(Refusal.rule("partnership.takeover.file.refusal.one-case", cases.size()));
        }
        each(FileSheet.CASE, this::readCase);
        if (found != null) {
            Case known = found;
            each(FileSheet.UNITS, row -> readUnit(row, known));
            if (units.isEmpty()) {
                missing.add(Refusal.rule("partnership.takeover.file.refusal.no-units"));
            }
            each(FileSheet.PHASES, row -> readPhase(row, known));
            each(FileSheet.DECISIONS, row -> readDecision(row, known));
            each(FileSheet.PEOPLE, this::readPerson);
        }
        boolean whole =
                missing.isEmpty() && told.stream().allMatch(row -> row.problem().isEmpty());
        return new Trial(whole && found != null ? Optional.of(plan(found, source)) : Optional.empty(), told, missing);
    }

    private Trial.Plan plan(Case known, Past.Source source) {
        return new Trial.Plan(
                known.organiser().name(),
                new TakeoverDraft(
                        known.owner().id(),
                        known.organiser().id(),
                        known.variant().key(),
                        known.term(),
                        known.started(),
                        units.values().stream().map(UnitView::id).collect(Collectors.toSet()),
                        Map.of(),
                        new FreeText(known.words(), "")),
                new Past(Optional.of(source), begun, decided),
                people);
    }

    private void each(FileSheet sheet, Consumer<FileRow> read) {
        for (FileRow row : rows) {
            if (row.sheet() == sheet) {
                told.add(new Told(sheet, row.number(), says(row), problem(row, read)));
            }
        }
    }

    private static Optional<Refusal> problem(FileRow row, Consumer<FileRow> read) {
        try {
            read.accept(row);
            return Optional.empty();
        } catch (Refusal refusal) {
            return Optional.of(refusal);
        }
    }

    private static String says(FileRow row) {
        return row.sheet().columns().stream()
                .map(row::text)
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" · "));
    }

    private void readCase(FileRow row) {
        OrganiserView organiser = names.organiser(row.required("organiser"));
        Variant variant = names.variant(row.required("programme"));
        OrganisationView owner = names.owner(row.text("office"), takingOver.owners());
        LocalDate started = row.day("started");
        if (started.isAfter(takingOver.today())) {
            throw Refusal.rule("partnership.takeover.file.refusal.future", new Worded(FileSheet.column("started")));
        }
        String term = row.text("first-term");
        found = new Case(
                organiser,
                variant,
                owner,
                term.isBlank() ? Period.termOf(started) : FileNames.term(term),
                started,
                words(row));
    }

    /** What is freely written; a form would ask why a personal identity number stands there, a file has nobody to ask. */
    private static String words(FileRow row) {
        String words = row.text("words");
        if (PersonalNumbers.areIn(words)) {
            throw Refusal.rule("partnership.takeover.file.refusal.number");
        }
        return words;
    }

    private void readUnit(FileRow row, Case known) {
        String key = row.required("unit");
        UnitView unit = takingOver.units(known.organiser(), known.variant()).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> Refusal.rule(
                        "partnership.takeover.file.refusal.unit",
                        key,
                        known.organiser().name()));
        if (units.put(key, unit) != null) {
            throw Refusal.rule("partnership.takeover.file.refusal.unit-twice", key);
        }
    }

    private void readPhase(FileRow row, Case known) {
        Phase phase = names.phase(row.required("phase"), known.variant());
        LocalDate day = row.day("day");
        List<Phase> order = known.variant().phases();
        for (UnitView unit : row.text("unit").isBlank() ? units.values() : List.of(listed(row.text("unit")))) {
            Map<String, LocalDate> days = begun.computeIfAbsent(unit.id(), id -> new LinkedHashMap<>());
            List<Phase> before = order.subList(0, order.indexOf(phase));
            boolean follows = before.stream()
                    .allMatch(each -> days.containsKey(each.key())
                            && !days.get(each.key()).isAfter(day));
            if (!follows || days.containsKey(phase.key()) || day.isAfter(takingOver.today())) {
                throw Refusal.rule(
                        "partnership.takeover.file.refusal.phase-order",
                        phase.name().sv(),
                        unit.name());
            }
            days.put(phase.key(), day);
        }
    }

    private UnitView listed(String key) {
        return Optional.ofNullable(units.get(key))
                .orElseThrow(() -> Refusal.rule("partnership.takeover.file.refusal.unlisted", key));
    }

    private void readDecision(FileRow row, Case known) {
        DecisionKind kind = names.decision(row.required("decision"), DECISIONS);
        LocalDate day = row.day("day");
        boolean accepted = kind == DecisionKind.ACCEPTED;
        LocalDate last = decided.isEmpty() ? LocalDate.MIN : decided.getLast().day();
        boolean paused = !decided.isEmpty() && decided.getLast().kind() == DecisionKind.PAUSED;
        boolean inOrder = accepted
                ? decided.isEmpty() && !day.isAfter(known.started())
                : !day.isBefore(known.started()) && paused == (kind == DecisionKind.RESUMED);
        if (!inOrder || day.isBefore(last) || day.isAfter(takingOver.today())) {
            throw Refusal.rule("partnership.takeover.file.refusal.decision-order");
        }
        decided.add(new Decided(kind, day, words(row), row.text("mandate")));
    }

    private void readPerson(FileRow row) {
        String name = row.required("name");
        String email = row.required("email");
        if (!Roster.isAddress(email)) {
            throw Refusal.rule("partnership.takeover.file.refusal.email", email);
        }
        Optional<Long> unit = Optional.of(row.text("unit"))
                .filter(text -> !text.isBlank())
                .map(this::listed)
                .map(UnitView::id);
        LocalDate from = row.day("from");
        Optional<LocalDate> to = row.optionalDay("to");
        if (to.filter(day -> day.isBefore(from)).isPresent()) {
            throw Refusal.rule("refusal.assignment.ends-before-it-begins", from);
        }
        people.add(new Roster.Line(name, email, names.role(row.required("role")), unit, from, to));
    }
}
