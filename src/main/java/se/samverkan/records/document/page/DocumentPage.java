package se.samverkan.records.document.page;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.records.document.DocumentReading;
import se.samverkan.records.document.DocumentView;
import se.samverkan.records.document.Documents;
import se.samverkan.records.document.Documents.Standing;
import se.samverkan.records.document.OpeningView;
import se.samverkan.records.document.ShareView;
import se.samverkan.records.document.ShareView.Recipient;
import se.samverkan.records.document.VersionView;
import se.samverkan.records.file.Files;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.page.FormAgain;

/** Gathers what the page of a document shows to its reader. */
@Component
class DocumentPage {

    private static final int MOST_LINES = 60;

    private final Documents documents;
    private final DocumentReading reading;
    private final Files files;
    private final RecordLog log;
    private final Rights rights;

    DocumentPage(Documents documents, DocumentReading reading, Files files, RecordLog log, Rights rights) {
        this.documents = documents;
        this.reading = reading;
        this.files = files;
        this.log = log;
        this.rights = rights;
    }

    /** The page, with a form that was refused where there is one. */
    @Transactional(readOnly = true)
    public String show(long id, FormAgain again, Model model) {
        DocumentView document = documents.document(id);
        Standing standing = documents.standing(id);
        List<VersionView> versions = reading.versions(id);
        List<OpeningView> openings = reading.openings(id);
        List<ShareView> shares = reading.shares(id);
        model.addAttribute("document", document);
        model.addAttribute("standing", standing);
        model.addAttribute("versions", versions);
        model.addAttribute(
                "openings", openings.stream().filter(OpeningView::standing).toList());
        model.addAttribute("shares", shares);
        model.addAttribute("life", Life.of(versions, openings, shares));
        model.addAttribute("guard", reading.guard(id));
        model.addAttribute("answering", answering(shares));
        model.addAttribute("log", lines(id, standing, shares));
        model.addAttribute("files", files);
        model.addAttribute("again", again);
        return "records/document/page/document";
    }

    /** The organisations for which the reader may answer. */
    private Set<Long> answering(List<ShareView> shares) {
        return concerned(shares, Verb.RECEIPT_DOCUMENTS);
    }

    private Set<Long> concerned(List<ShareView> shares, Verb verb) {
        Set<Long> organisations = new HashSet<>();
        shares.stream()
                .flatMap(share -> share.recipients().stream())
                .map(Recipient::organisation)
                .filter(organisation -> rights.allow(verb, organisation))
                .forEach(organisations::add);
        return organisations;
    }

    /** Its own side reads the whole log of it; a recipient what stands in the log of the own organisation. */
    private List<RecordLog.Line> lines(long id, Standing standing, List<ShareView> shares) {
        String record = Long.toString(id);
        if (standing.own()) {
            return log.within(Set.of(documents.document(id).owner()), "document", record, MOST_LINES);
        }
        Set<Long> organisations = concerned(shares, Verb.READ_SHARED);
        organisations.addAll(concerned(shares, Verb.READ_REGISTER));
        return organisations.isEmpty() ? List.of() : log.within(organisations, "document", record, MOST_LINES);
    }
}
