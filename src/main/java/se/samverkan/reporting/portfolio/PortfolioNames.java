package se.samverkan.reporting.portfolio;

import java.text.Collator;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import se.samverkan.partnership.CasePulse;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Phase;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.page.Option;
import se.samverkan.shared.page.Words;

/** What variants and phases are called in one portfolio; each version is read once. */
final class PortfolioNames {

    private record Key(String variant, int version) {}

    private final Map<Key, Optional<Variant>> known = new HashMap<>();
    private final Variants variants;
    private final Locale locale;

    PortfolioNames(Variants variants, Locale locale) {
        this.variants = variants;
        this.locale = locale;
    }

    String variant(CasePulse pulse) {
        return of(pulse).map(each -> each.name().in(locale)).orElse(pulse.variant());
    }

    /** What the phase is called that it has come furthest to; empty before the first. */
    String phase(CasePulse pulse) {
        return phase(pulse, pulse.phase());
    }

    String phase(CasePulse pulse, String phase) {
        return of(pulse)
                .flatMap(each -> each.phase(phase))
                .map(each -> each.name().in(locale))
                .orElse("");
    }

    /** The units of a partnership, by name as a Swede sorts. */
    List<CasePulse.UnitPulse> units(CasePulse pulse) {
        return pulse.units().stream()
                .sorted(Comparator.comparing(CasePulse.UnitPulse::name, Collator.getInstance(Words.SWEDISH)))
                .toList();
    }

    private Optional<Variant> of(CasePulse pulse) {
        return known.computeIfAbsent(
                new Key(pulse.variant(), pulse.variantVersion()), key -> variants.read(key.variant(), key.version()));
    }

    List<Option> variants(List<Line> lines) {
        Map<String, String> named = new LinkedHashMap<>();
        lines.forEach(line -> named.putIfAbsent(line.pulse().variant(), variant(line.pulse())));
        return options(named);
    }

    List<Option> phases(List<Line> lines) {
        Map<String, String> named = new LinkedHashMap<>();
        lines.forEach(line -> of(line.pulse()).ifPresent(variant -> {
            for (Phase phase : variant.phases()) {
                named.putIfAbsent(phase.key(), phase.name().in(locale));
            }
        }));
        return options(named);
    }

    static List<Option> cohorts(List<Line> lines) {
        return lines.stream()
                .map(line -> line.pulse().cohort())
                .filter(name -> !name.isEmpty())
                .distinct()
                .sorted()
                .map(name -> new Option(name, name))
                .toList();
    }

    private static List<Option> options(Map<String, String> named) {
        return named.entrySet().stream()
                .map(each -> new Option(each.getKey(), each.getValue()))
                .toList();
    }
}
