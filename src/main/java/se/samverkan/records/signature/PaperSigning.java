package se.samverkan.records.signature;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import se.samverkan.access.Rights;
import se.samverkan.access.Verb;
import se.samverkan.records.signature.SigningView.SignatoryView;
import se.samverkan.records.signature.SigningView.SignatureView;
import se.samverkan.records.signature.StoredSignings.Kept;
import se.samverkan.shared.Refusal;

/** The door for a signature on paper: those who asked for it register who signed, on what day, and the scanned paper. */
@Component
class PaperSigning {

    private static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");
    private static final int LONGEST = 50 << 20;

    private final Signing signing;
    private final StoredSignings signings;
    private final SignatureKeeping keeping;
    private final Rights rights;

    PaperSigning(Signing signing, StoredSignings signings, SignatureKeeping keeping, Rights rights) {
        this.signing = signing;
        this.signings = signings;
        this.keeping = keeping;
        this.rights = rights;
    }

    /** A request to register a paper in. */
    @Transactional(readOnly = true)
    public SigningView toRegister(long request) {
        SigningView view = signing.of(request);
        rights.require(Verb.ASK_FOR_SIGNATURES, view.owner());
        return view;
    }

    /**
     * Registers a paper.
     *
     * @param read the checksum of the document that stands on the paper
     * @param day when it was signed
     * @param scan the scanned paper: PDF, JPEG or PNG
     */
    @Transactional
    public void register(long request, int position, String read, LocalDate day, byte[] scan) {
        signings.hold(request);
        SigningView view = toRegister(request);
        SignatoryView signatory = view.signatories().stream()
                .filter(each -> each.position() == position)
                .findFirst()
                .orElseThrow(Refusal::notSeen);
        SigningPolicy.checkRead(view, read);
        if (day.isAfter(signings.today())) {
            throw Refusal.rule("signature.refusal.day-to-come");
        }
        SigningPolicy.check(view, signatory, day);
        if (scan.length > LONGEST) {
            throw Refusal.rule("signature.refusal.scan-size");
        }
        String type = Scan.type(scan).orElseThrow(() -> Refusal.rule("signature.refusal.scan"));
        SignatureView signature = new SignatureView(
                view.document().version(),
                true,
                "",
                false,
                signatory.name(),
                day.atTime(LocalTime.NOON).atZone(SWEDEN).toInstant());
        keeping.keep(request, new Kept(position, view.document().version(), signature, null, scan, type));
    }
}
