package se.samverkan.analysis.invented;

import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.analysis.chain.Analyses;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.pack.Annotation;
import se.samverkan.analysis.pack.DataPack;
import se.samverkan.analysis.pack.DataPacks;
import se.samverkan.partnership.Partnerships;
import se.samverkan.records.mark.MarkDraft;
import se.samverkan.records.mark.Marks;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.InventedStory;
import se.samverkan.statistics.UnitReading.Line;

/** In the demonstration the head teacher has written beside a figure what few may read, and has marked it as secret. */
@Component
@Order(47)
class InventedSecret implements InventedStory {

    private final Partnerships partnerships;
    private final Analyses analyses;
    private final DataPacks packs;
    private final Marks marks;
    private final MessageSource messages;

    InventedSecret(Partnerships partnerships, Analyses analyses, DataPacks packs, Marks marks, MessageSource messages) {
        this.partnerships = partnerships;
        this.analyses = analyses;
        this.packs = packs;
        this.marks = marks;
        this.messages = messages;
    }

    @Override
    public String step() {
        return "analysis-secret";
    }

    @Override
    public Role teller() {
        return Role.HEAD_TEACHER;
    }

    @Override
    public void tell() {
        partnerships.live().stream()
                .flatMap(each -> analyses.ofPartnership(each.id()).stream())
                .filter(AnalysisView::writes)
                .findFirst()
                .ifPresent(analysis -> pack(analysis).lines().stream()
                        .map(Line::id)
                        .findFirst()
                        .ifPresent(line -> write(analysis, line)));
    }

    private void write(AnalysisView analysis, String line) {
        packs.annotate(pack(analysis), line, 0, word("secret"));
        pack(analysis)
                .annotation(line)
                .map(Annotation::id)
                .ifPresent(id -> marks.mark(
                        Annotation.KIND,
                        id,
                        new MarkDraft("OSL 23 kap. 2 §", word("secret.why"), Optional.empty(), List.of())));
    }

    private DataPack pack(AnalysisView analysis) {
        return packs.pack(analysis.partnership(), analysis.unitKey(), new Words(messages, Words.SWEDISH));
    }

    private FreeText word(String key) {
        return new FreeText(messages.getMessage("analysis.invented." + key, null, Words.SWEDISH), "");
    }
}
