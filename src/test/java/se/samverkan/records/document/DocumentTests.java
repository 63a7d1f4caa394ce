package se.samverkan.records.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import se.samverkan.records.document.DocumentView.State;
import se.samverkan.records.document.ShareView.Recipient;
import se.samverkan.records.file.Files;
import se.samverkan.records.file.StoredFile;
import se.samverkan.records.file.Upload;
import se.samverkan.records.register.Publicity;
import se.samverkan.shared.RecordLog;
import se.samverkan.shared.Refusal;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;

/** The life of a document: drafted, opened, adopted, shared, answered; and what is refused on the way. */
@SamverkanTest
class DocumentTests {

    @Autowired
    BeanFactory application;

    @Autowired
    RecordLog log;

    private DocumentStage stage;

    @BeforeEach
    void anOrganiserAndAnAgency() {
        stage = new DocumentStage(application);
    }

    private DocumentReading reading() {
        return stage.bean(DocumentReading.class);
    }

    private DocumentView view(long person, long document) {
        return stage.as(person, () -> stage.bean(Documents.class).document(document));
    }

    private void refuses(String reason, Runnable deed) {
        assertThatThrownBy(deed::run)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }

    private long shared() {
        long document = stage.draft(stage.director, null);
        stage.adopt(stage.director, document);
        stage.share(stage.director, document, stage.agency);
        return document;
    }

    private ShareView share(long person, long document) {
        return stage.as(person, () -> reading().shares(document)).getFirst();
    }

    @Test
    void goesFromDraftToAdoptedToShared() {
        long document = stage.draft(stage.director, null);
        assertThat(view(stage.director, document).state()).isEqualTo(State.DRAFT);
        refuses("document.refusal.not-adopted", () -> stage.share(stage.director, document, stage.agency));

        stage.adopt(stage.director, document);
        assertThat(view(stage.director, document).state()).isEqualTo(State.ADOPTED);

        stage.share(stage.director, document, stage.agency);
        assertThat(view(stage.officer, document).state()).isEqualTo(State.SHARED);
        ShareView share = share(stage.officer, document);
        assertThat(share.checksum()).hasSize(64);
        assertThat(share.checksum())
                .isEqualTo(stage.as(stage.officer, () -> reading().versions(document))
                        .getFirst()
                        .checksum());
        assertThat(log.of("document", Long.toString(document), 10))
                .extracting(RecordLog.Line::what)
                .containsExactly("document.shared", "document.shared", "document.adopted", "document.drafted");
    }

    @Test
    void adoptsOnceAndOnlyWhatTheActorHasSeen() {
        long document = stage.draft(stage.director, null);
        refuses(
                "refusal.stale",
                () -> stage.does(
                        stage.director,
                        () -> stage.bean(Adopting.class)
                                .adopt(document, 7, stage.bean(Adopting.class).own())));
        stage.adopt(stage.director, document);
        refuses("document.refusal.fixed", () -> stage.adopt(stage.director, document));
        refuses("refusal.verb.ADOPT_DOCUMENTS", () -> stage.adopt(stage.coordinator, document));
    }

    @Test
    void givesEachOrganisationANumberOfItsOwnAndOneCaseOneNumber() {
        long first = shared();
        ShareView share = share(stage.officer, first);
        Recipient agency = share.recipients().getFirst();
        assertThat(share.caseNumber()).matches("EK \\d{4}/1-1");
        assertThat(agency.caseNumber()).matches("S\\d? \\d{4}/1-1|S \\d{4}/1-1");

        stage.does(
                stage.director,
                () -> stage.bean(Documents.class)
                        .newVersion(
                                first,
                                stage.version(first),
                                new FreeText("Nulägesanalys, rättad", ""),
                                FreeText.NONE,
                                DocumentStage.content("Rättad")));
        stage.adopt(stage.director, first);
        stage.share(stage.director, first, stage.agency);
        assertThat(share(stage.officer, first).caseNumber()).matches("EK \\d{4}/1-2");
        assertThat(stage.as(stage.officer, () -> reading().versions(first)))
                .extracting(VersionView::title)
                .containsExactly("Nulägesanalys, rättad", "Nulägesanalys");

        assertThat(share(stage.director, shared()).caseNumber()).matches("EK \\d{4}/2-1");
    }

    @Test
    void leavesNoGapBetweenNumbersWhenManyShareAtOnce() throws Exception {
        List<Long> documents = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            long document = stage.draft(stage.director, null);
            stage.adopt(stage.director, document);
            documents.add(document);
        }
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<Callable<Boolean>> deeds = new ArrayList<>();
            for (int n = 0; n < documents.size(); n++) {
                long document = documents.get(n);
                boolean failing = n % 3 == 0;
                deeds.add(() -> {
                    try {
                        if (failing) {
                            stage.as(
                                    stage.director,
                                    () -> stage.bean(DocumentSharing.class)
                                            .share(
                                                    document,
                                                    99,
                                                    new Dispatch(Set.of(stage.agency), FreeText.NONE, "")));
                        }
                        stage.share(stage.director, document, stage.agency);
                        return true;
                    } catch (Refusal refused) {
                        return false;
                    }
                });
            }
            for (Future<Boolean> done : threads.invokeAll(deeds)) {
                done.get();
            }
        }
        List<Integer> numbers = stage.cast
                .behind()
                .sql("""
                        select split_part(number, '/', 2)::int from records.case_number where organisation = ? order by 1
                        """)
                .param(stage.organiser)
                .query(Integer.class)
                .list();
        assertThat(numbers).hasSize(8).isSorted().first().isEqualTo(1);
        assertThat(numbers.getLast()).isEqualTo(8);
    }

    @Test
    void takesANumberFromTheOrganisationsOwnRegistryAndNoneTwice() {
        long document = stage.draft(stage.director, null);
        stage.adopt(stage.director, document);
        stage.does(
                stage.director,
                () -> stage.bean(DocumentSharing.class)
                        .share(document, 1, new Dispatch(Set.of(stage.agency), FreeText.NONE, "BUN 2027:118")));
        assertThat(share(stage.officer, document).caseNumber()).isEqualTo("BUN 2027:118-1");

        long other = stage.draft(stage.director, null);
        stage.adopt(stage.director, other);
        refuses(
                "document.refusal.case-number-taken",
                () -> stage.does(
                        stage.director,
                        () -> stage.bean(DocumentSharing.class)
                                .share(other, 1, new Dispatch(Set.of(stage.agency), FreeText.NONE, "BUN 2027:118"))));
    }

    @Test
    void saysWhatASharedDocumentBecomesByThePairOfOrganisations() {
        Publicity publicity = stage.bean(Publicity.class);
        assertThat(publicity.between(stage.organiser, stage.agency).outcome()).isEqualTo("PUBLIC_RECORD");
        long independent = stage.cast.organisation("Friskolan AB");
        assertThat(publicity.between(stage.agency, independent).outcome()).isEqualTo("PUBLIC_AT_SENDER");
        assertThat(publicity.between(independent, stage.agency).outcome()).isEqualTo("PUBLIC_AT_RECIPIENT");

        long chief = stage.cast.player("Asta", se.samverkan.access.Role.ADMINISTRATOR, null);
        stage.does(
                chief,
                () -> publicity.rule(stage.organiser, stage.agency, "NOT_DISPATCHED", "De lyder under samma nämnd."));
        Recipient recipient = share(stage.director, shared()).recipients().getFirst();
        assertThat(recipient.outcome()).isEqualTo("NOT_DISPATCHED");
        assertThat(recipient.reason()).isEqualTo("De lyder under samma nämnd.");
        refuses(
                "refusal.verb.RULE_PUBLICITY",
                () -> stage.does(stage.director, () -> publicity.unrule(stage.organiser, stage.agency)));
        stage.does(chief, () -> publicity.unrule(stage.organiser, stage.agency));
        assertThat(publicity.between(stage.organiser, stage.agency).own()).isFalse();
    }

    @Test
    void isReceiptedOnceByARecipientOrAskedToBeCompleted() {
        long document = shared();
        long share = share(stage.officer, document).id();
        Receipting receipting = stage.bean(Receipting.class);

        stage.does(
                stage.officer,
                () -> receipting.askCompletion(document, share, stage.agency, new FreeText("Bilaga 2 saknas.", "")));
        stage.does(stage.officer, () -> receipting.receipt(document, share, stage.agency, FreeText.NONE));
        refuses(
                "document.refusal.receipted",
                () -> stage.does(
                        stage.officer, () -> receipting.receipt(document, share, stage.agency, FreeText.NONE)));
        refuses(
                "document.refusal.completion",
                () -> stage.does(
                        stage.officer, () -> receipting.askCompletion(document, share, stage.agency, FreeText.NONE)));
        refuses(
                "refusal.verb.RECEIPT_DOCUMENTS",
                () -> stage.does(
                        stage.director, () -> receipting.receipt(document, share, stage.agency, FreeText.NONE)));
        refuses(
                "refusal.not-seen",
                () -> stage.does(
                        stage.director, () -> receipting.receipt(document, share, stage.organiser, FreeText.NONE)));
        assertThat(share(stage.director, document).recipients().getFirst().answers())
                .extracting(ShareView.Answer::words)
                .containsExactly("Bilaga 2 saknas.", "");
    }

    @Test
    void keepsAttachmentsThroughNewVersionsAndFixesThemByAdoption() throws Exception {
        long document = stage.draft(stage.director, null);
        byte[] content = "år;antal\n2027;12\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        StoredFile file = stage.as(
                stage.director,
                () -> stage.bean(Files.class)
                        .keep(new Upload("bilaga.csv", content.length, () -> new ByteArrayInputStream(content))));
        Documents documents = stage.bean(Documents.class);
        stage.does(stage.director, () -> documents.attach(document, 0, file.id()));
        stage.does(
                stage.director,
                () -> documents.newVersion(
                        document, 1, new FreeText("Nulägesanalys 2", ""), FreeText.NONE, DocumentStage.content("Två")));
        stage.adopt(stage.director, document);
        refuses(
                "document.refusal.fixed",
                () -> stage.does(stage.director, () -> documents.detach(document, stage.version(document), file.id())));
        stage.share(stage.director, document, stage.agency);

        assertThat(stage.as(stage.officer, () -> reading().versions(document))
                        .getFirst()
                        .attachments())
                .extracting(StoredFile::name)
                .containsExactly("bilaga.csv");
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        stage.as(stage.officer, () -> {
            try {
                stage.bean(Files.class).deliver(file.id(), out);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            return true;
        });
        assertThat(out.toByteArray()).isEqualTo(content);
        refuses("refusal.not-seen", () -> stage.does(stage.siblingHead, () -> documents.file(document, file.id())));
        assertThatThrownBy(() -> stage.does(stage.siblingHead, () -> {
                    try {
                        stage.bean(Files.class).deliver(file.id(), new ByteArrayOutputStream());
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void keepsASecrecyMarkThroughANewVersionAMoveAndAConflict() {
        long document = stage.draft(stage.director, null);
        stage.does(
                stage.director,
                () -> stage.bean(Guarding.class).mark(document, "OSL 23 kap. 2 §", "Uppgifter om ett barn"));
        Documents documents = stage.bean(Documents.class);
        stage.does(
                stage.director,
                () -> documents.newVersion(
                        document, 0, new FreeText("Nulägesanalys 2", ""), FreeText.NONE, DocumentStage.content("Två")));
        stage.does(stage.director, () -> documents.move(document, 1, new RecordRef("prov", "8")));
        refuses(
                "refusal.stale",
                () -> stage.does(
                        stage.director,
                        () -> documents.newVersion(
                                document, 0, new FreeText("Krock", ""), FreeText.NONE, DocumentStage.content("Tre"))));

        assertThat(view(stage.director, document).mark()).isEqualTo("OSL 23 kap. 2 §");
        refuses(
                "document.refusal.lifting",
                () -> stage.does(
                        stage.director, () -> stage.bean(Guarding.class).lift(document, "")));
        stage.does(stage.director, () -> stage.bean(Guarding.class).lift(document, "Uppgifterna är borta."));
        assertThat(view(stage.director, document).mark()).isEmpty();
    }

    @Test
    void asksWhyAPersonalIdentityNumberStandsInATitle() {
        refuses("shared.refusal.personal-number", () -> new FreeText("Om 811228-9874", ""));
        assertThat(new FreeText("Om 811228-9874", "Det är rektorns eget.").numberReason())
                .isNotEmpty();
    }

    @Test
    void draftsOnlyWhereTheActorMay() {
        refuses("refusal.verb.WRITE_DOCUMENTS", () -> stage.draft(stage.head, stage.sibling));
        refuses("refusal.verb.WRITE_DOCUMENTS", () -> stage.draft(stage.officer, null));
        refuses(
                "document.refusal.title",
                () -> stage.as(
                        stage.director,
                        () -> stage.bean(Documents.class)
                                .draft(
                                        new Draft(
                                                stage.organiser,
                                                stage.organiser,
                                                null,
                                                "document",
                                                " ",
                                                Locale.of("sv"),
                                                RecordRef.NONE),
                                        DocumentStage.content("Utan namn"))));
    }
}
