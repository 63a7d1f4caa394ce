package se.samverkan.partnership.overview;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import se.samverkan.partnership.course.KnownVariants;
import se.samverkan.programme.VariantView;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Phase;
import se.samverkan.shared.page.Option;

/** What variants and their phases are called in the list. */
@Component
class CaseNaming {

    private final Variants variants;
    private final KnownVariants known;

    CaseNaming(Variants variants, KnownVariants known) {
        this.variants = variants;
        this.known = known;
    }

    String variant(CaseRow row, Locale locale) {
        return known.read(row.variant(), row.variantVersion())
                .map(variant -> variant.name().in(locale))
                .orElse(row.variant());
    }

    /** What the phase that a case is in is called; empty before the first. */
    String phase(CaseRow row, Locale locale) {
        return known.read(row.variant(), row.variantVersion())
                .flatMap(variant -> variant.phase(row.phase()))
                .map(phase -> phase.name().in(locale))
                .orElse("");
    }

    List<Option> variants(Locale locale) {
        return variants.all().stream()
                .map(each -> new Option(each.key(), each.name(locale)))
                .toList();
    }

    /** The phases of all variants in their newest versions; one that several have under the same key comes once. */
    List<Option> phases(Locale locale) {
        Map<String, String> named = variants.all().stream()
                .map(VariantView::key)
                .flatMap(key -> variants.newest(key).flatMap(version -> known.read(key, version)).stream())
                .flatMap(variant -> variant.phases().stream())
                .collect(Collectors.toMap(
                        Phase::key,
                        phase -> phase.name().in(locale),
                        (one, other) -> one,
                        java.util.LinkedHashMap::new));
        return named.entrySet().stream()
                .map(each -> new Option(each.getKey(), each.getValue()))
                .toList();
    }
}
