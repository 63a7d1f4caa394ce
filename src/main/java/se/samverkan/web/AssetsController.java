package se.samverkan.web;

import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import se.samverkan.shared.page.Assets;

/** Sends all style sheets as one file, and all scripts as one. */
@Controller
class AssetsController {

    private static final MediaType CSS = new MediaType("text", "css", StandardCharsets.UTF_8);
    private static final MediaType SCRIPT = new MediaType("text", "javascript", StandardCharsets.UTF_8);

    private final Assets assets;

    AssetsController(Assets assets) {
        this.assets = assets;
    }

    @GetMapping("/static/{fingerprint}/samverkan.css")
    ResponseEntity<byte[]> styles(@PathVariable String fingerprint) {
        return forEver(fingerprint, CSS, assets.styles());
    }

    @GetMapping("/static/{fingerprint}/samverkan.js")
    ResponseEntity<byte[]> scripts(@PathVariable String fingerprint) {
        return forEver(fingerprint, SCRIPT, assets.scripts());
    }

    /** Another version's address has another content, and must not be kept under this one's. */
    private ResponseEntity<byte[]> forEver(String fingerprint, MediaType type, byte[] content) {
        if (!assets.root().contains(fingerprint)) {
            return ResponseEntity.notFound().build();
        }
        return ResponseEntity.ok()
                .cacheControl(AssetsConfiguration.FOR_EVER)
                .contentType(type)
                .body(content);
    }
}
