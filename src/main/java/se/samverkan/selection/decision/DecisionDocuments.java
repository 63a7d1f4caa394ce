package se.samverkan.selection.decision;

import java.time.Clock;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import se.samverkan.programme.Variants;
import se.samverkan.records.rendition.PdfDocument;
import se.samverkan.records.rendition.Rendition;
import se.samverkan.records.rendition.WordDocument;
import se.samverkan.selection.allotment.AllotmentView;
import se.samverkan.selection.allotment.BasisView;
import se.samverkan.selection.allotment.PlanView;
import se.samverkan.selection.allotment.Planning;
import se.samverkan.selection.allotment.StoredAllotments;
import se.samverkan.selection.allotment.StoredBases;
import se.samverkan.selection.candidate.Naming;
import se.samverkan.selection.candidate.StoredCriteria;
import se.samverkan.selection.decision.StoredDecisions.Format;
import se.samverkan.selection.round.Choosers;
import se.samverkan.selection.round.RoundView;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.Words;
import se.samverkan.statistics.Indicators;

/**
 * Makes the document of a decision from what is frozen. It is written in Swedish whoever reads it, as an authority's decisions
 * are (språklagen, section 10), and holds what section 31 of the Administrative Procedure Act (förvaltningslagen) asks for:
 * the day, what was decided, who decided, who proposed, and who took part.
 */
@Component
class DecisionDocuments {

    private final StoredAllotments allotments;
    private final StoredBases bases;
    private final StoredCriteria criteria;
    private final Planning planning;
    private final Choosers choosers;
    private final Variants variants;
    private final Indicators indicators;
    private final MessageSource messages;
    private final Clock clock;

    DecisionDocuments(
            StoredAllotments allotments,
            StoredBases bases,
            StoredCriteria criteria,
            Planning planning,
            Choosers choosers,
            Variants variants,
            Indicators indicators,
            MessageSource messages,
            Clock clock) {
        this.allotments = allotments;
        this.bases = bases;
        this.criteria = criteria;
        this.planning = planning;
        this.choosers = choosers;
        this.variants = variants;
        this.indicators = indicators;
        this.messages = messages;
        this.clock = clock;
    }

    /** The decision as a file; a draft that says so, where it is not made yet. */
    byte[] of(RoundView round, DecisionView decision, Format format) {
        Rendition document = document(round, decision);
        return switch (format) {
            case PDF -> PdfDocument.write(document);
            case DOCX -> WordDocument.write(document);
        };
    }

    Rendition document(RoundView round, DecisionView decision) {
        AllotmentView allotment = allotments.find(round.id()).orElseThrow(Refusal::notSeen);
        BasisView basis = bases.all(round.id()).stream()
                .filter(each -> each.version() == allotment.basis())
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        PlanView plan = planning.of(round.id()).stream()
                .filter(each -> each.version() == allotment.plan())
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        Naming naming = new Naming(indicators, new Words(messages, Words.SWEDISH));
        DecisionText text = new DecisionText(naming, round, decision);
        return new Rendition(
                Words.SWEDISH,
                choosers.name(round.owner()),
                text.title(),
                text.lead(allotment),
                text.facts(variants.find(round.variant())
                        .map(variant -> variant.name(Words.SWEDISH))
                        .orElse(round.variant())),
                text.decided(allotment)
                        .why()
                        .how(
                                allotment,
                                basis,
                                criteria.version(round.id(), basis.criteriaVersion()),
                                bases.units(round.id(), basis.version()))
                        .rests(basis, plan, allotment, allotments.commitment(round.id()), allotments.list(round.id()))
                        .partiality()
                        .blocks(),
                decision.decision().map(DecisionView.Decision::at).orElseGet(clock::instant));
    }
}
