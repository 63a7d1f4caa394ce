package se.samverkan.records.signature;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import se.samverkan.shared.Refusal;

/** The files of a signing: the document to read, the sealed one, its validation, and what proves each signature. */
@Controller
@RequestMapping("/signatures/{id}")
class SigningFileController {

    private final Signing signing;

    SigningFileController(Signing signing) {
        this.signing = signing;
    }

    @GetMapping("/versions/{version}")
    ResponseEntity<byte[]> document(@PathVariable long id, @PathVariable int version) {
        return file(name(id, "-v" + version + ".pdf"), "application/pdf", signing.document(id, version));
    }

    @GetMapping("/sealed")
    ResponseEntity<byte[]> sealed(@PathVariable long id) {
        SealedDocument sealed = signing.sealed(id).orElseThrow(Refusal::notSeen);
        return file(name(id, "-sealed.pdf"), "application/pdf", sealed.content());
    }

    @GetMapping("/validation")
    ResponseEntity<byte[]> validation(@PathVariable long id) {
        SealedDocument sealed = signing.sealed(id).orElseThrow(Refusal::notSeen);
        return file(
                name(id, "-validation.xml"), "application/xml", sealed.report().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/proofs/{position}/{version}")
    ResponseEntity<byte[]> proof(@PathVariable long id, @PathVariable int position, @PathVariable int version) {
        Proof proof = signing.proof(id, position, version);
        String ending = "-signature-" + position + "." + Scan.ending(proof.type());
        return file(name(id, ending), proof.type(), proof.content());
    }

    private static String name(long id, String ending) {
        return "signing-" + id + ending;
    }

    /** To keep, never to be shown by the browser as if it were a page of ours. */
    private static ResponseEntity<byte[]> file(String name, String type, byte[] content) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(type))
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(content);
    }
}
