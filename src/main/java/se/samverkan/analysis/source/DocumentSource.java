package se.samverkan.analysis.source;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.analysis.chain.AnalysisView;
import se.samverkan.analysis.chain.EvidenceKind;
import se.samverkan.records.document.DocumentView;
import se.samverkan.records.document.Documents;
import se.samverkan.records.document.RecordRef;
import se.samverkan.shared.page.Words;

/** The documents of the case, as the actor sees them; what is kept is which version of which document it was. */
@Component
@Order(3)
class DocumentSource implements EvidenceSource {

    private final Documents documents;

    DocumentSource(Documents documents) {
        this.documents = documents;
    }

    @Override
    public String kind() {
        return "document";
    }

    @Override
    public List<Choice> of(AnalysisView analysis, Words words) {
        return found(analysis)
                .map(document -> new Choice(
                        kind(),
                        Long.toString(document.id()),
                        document.title(),
                        document.title(),
                        EvidenceKind.DOCUMENT,
                        Optional.empty(),
                        "/documents/" + document.id()))
                .toList();
    }

    private Stream<DocumentView> found(AnalysisView analysis) {
        return documents.of(new RecordRef("partnership", Long.toString(analysis.partnership()))).stream()
                .filter(document -> document.unit() == null || document.unit() == analysis.unit());
    }

    @Override
    public Optional<String> text(AnalysisView analysis, Choice choice, Words words) {
        return found(analysis)
                .filter(document -> Long.toString(document.id()).equals(choice.id()))
                .findFirst()
                .map(document -> words.text(
                        "analysis.source.document.text",
                        document.title(),
                        document.number(),
                        words.moment(document.writtenAt()),
                        document.ownerName()));
    }
}
