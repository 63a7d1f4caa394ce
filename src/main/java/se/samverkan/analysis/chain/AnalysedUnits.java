package se.samverkan.analysis.chain;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import se.samverkan.organisation.Directory;
import se.samverkan.organisation.UnitView;
import se.samverkan.organisation.UnitView.FormView;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.programme.Variants;
import se.samverkan.programme.variant.Level;
import se.samverkan.programme.variant.Variant;
import se.samverkan.shared.Refusal;

/** What a programme says of the unit that is analysed: its school forms, whether they give grades, what should be known of them. */
@Component
public class AnalysedUnits {

    /** The kind of document, among those that a variant asks for, that an analysis becomes. */
    public static final String DOCUMENT = "ANALYSIS";

    private record Key(String variant, int version) {}

    private final Variants variants;
    private final Directory directory;
    private final Map<Key, Variant> known = new ConcurrentHashMap<>();

    AnalysedUnits(Variants variants, Directory directory) {
        this.variants = variants;
        this.directory = directory;
    }

    /** The variant in the version that a partnership keeps; a published one never changes, so it is read once. */
    public Variant variant(PartnershipView partnership) {
        return known.computeIfAbsent(
                new Key(partnership.variant(), partnership.variantVersion()),
                key -> variants.read(key.variant(), key.version()).orElseThrow(Refusal::notSeen));
    }

    /** The codes of the school forms at a unit; of a preschool, that it is one. */
    public List<String> forms(AnalysisView analysis) {
        List<String> forms = directory.unitById(analysis.unit()).map(UnitView::forms).orElse(List.of()).stream()
                .map(FormView::form)
                .toList();
        return forms.isEmpty() && analysis.level() == Level.PRESCHOOL ? List.of("PRESCHOOL") : forms;
    }

    /** Whether pupils are given grades there, as far as the programme tells; the organiser's own level has all sorts of units. */
    public boolean isGraded(AnalysisView analysis, Variant variant, List<String> forms) {
        return analysis.level() == Level.ORGANISER
                || analysis.level() == Level.SCHOOL
                        && (variant.schoolForms().stream().noneMatch(rule -> forms.contains(rule.form()))
                                || variant.schoolForms().stream()
                                        .anyMatch(rule -> forms.contains(rule.form()) && rule.grades()));
    }
}
