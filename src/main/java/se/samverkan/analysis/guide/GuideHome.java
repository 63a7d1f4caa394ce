package se.samverkan.analysis.guide;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.partnership.FormHome;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.programme.variant.Level;
import se.samverkan.programme.variant.QuestionForm;
import se.samverkan.programme.variant.Variant;

/** The guiding questions of a phase that ends with an analysis are answered in the analysis, once it is begun. */
@Component
class GuideHome implements FormHome {

    private final Analyses analyses;

    GuideHome(Analyses analyses) {
        this.analyses = analyses;
    }

    @Override
    public boolean holds(Variant variant, QuestionForm form, Level level) {
        return Guide.asks(variant, form, level);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> address(PartnershipView partnership, long unit, QuestionForm form) {
        String all = "/partnerships/" + partnership.id() + "/analyses";
        return Optional.of(analyses.ofPartnership(partnership.id()).stream()
                        .filter(each -> each.unit() == unit)
                        .findFirst()
                        .map(each -> each.address() + "/guide/" + form.key())
                        .orElse(all))
                .filter(address -> analyses.concernActor());
    }
}
