package se.samverkan.partnership.paper;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.partnership.PartnershipView;
import se.samverkan.partnership.Partnerships;
import se.samverkan.records.document.Content;
import se.samverkan.records.document.Documents;
import se.samverkan.records.document.Draft;
import se.samverkan.records.document.PlaceToWrite;
import se.samverkan.records.file.Files;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.shared.page.Words;

/** The door by which a case that already ran gets the documents it has: many at once, all or none. */
@Component
class BringingPapers {

    static final int MOST = 40;
    static final int LONGEST = 200;

    private final Partnerships partnerships;
    private final Documents documents;
    private final Files files;
    private final Words words;

    BringingPapers(Partnerships partnerships, Documents documents, Files files, MessageSource messages) {
        this.partnerships = partnerships;
        this.documents = documents;
        this.files = files;
        this.words = new Words(messages, Words.SWEDISH);
    }

    /** Where the actor can put them; the case, for somebody who knows of it. */
    @Transactional(readOnly = true)
    public List<PlaceToWrite> places(long partnership) {
        if (partnerships.find(partnership).isEmpty()) {
            throw Refusal.notSeen();
        }
        List<PlaceToWrite> places = documents.places();
        if (places.isEmpty()) {
            throw Refusal.notAllowed("refusal.verb.WRITE_DOCUMENTS");
        }
        return places;
    }

    /** Draws each up as a draft in the case; its day, what it is and who sent it stand as its note. */
    @Transactional
    public void bring(long partnership, PlaceToWrite place, List<BroughtPaper> papers, String numberReason) {
        PartnershipView view = partnerships.find(partnership).orElseThrow(Refusal::notSeen);
        List<Long> sent = papers.stream().map(BroughtPaper::file).toList();
        if (papers.isEmpty() || papers.size() > MOST || files.held(sent).size() != papers.size()) {
            throw Refusal.rule("partnership.papers.refusal.none", MOST);
        }
        @Nullable Long about = place.organiser() ? Long.valueOf(place.organisation()) : Long.valueOf(view.organiser());
        for (BroughtPaper paper : papers) {
            FreeText title = new FreeText(paper.title(), numberReason);
            FreeText note = new FreeText(note(paper), numberReason);
            String reason = title.numberReasonOrNull() == null ? note.numberReasonOrNull() : title.numberReasonOrNull();
            documents.draft(
                    new Draft(
                            place.organisation(),
                            about,
                            place.unit(),
                            "document",
                            title.text(),
                            Locale.of("sv"),
                            CaseDocumented.record(partnership)),
                    note.text(),
                    new Content.Sent(paper.file()),
                    List.of(),
                    reason);
        }
    }

    private String note(BroughtPaper paper) {
        return Stream.of(
                        paper.sort(),
                        paper.day()
                                .map(day -> words.text("partnership.papers.note.day", day))
                                .orElse(""),
                        paper.sender().isBlank() ? "" : words.text("partnership.papers.note.sender", paper.sender()))
                .filter(part -> !part.isBlank())
                .collect(Collectors.joining(". "));
    }
}
