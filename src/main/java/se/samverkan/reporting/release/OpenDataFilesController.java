package se.samverkan.reporting.release;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** The files of open data and their catalogue, for machines: no sign-in, no cookie, from any site, and they may be kept a while. */
@Controller
@RequestMapping("/open-data")
@CrossOrigin(
        origins = "*",
        methods = RequestMethod.GET,
        exposedHeaders = {"ETag", "Link"})
class OpenDataFilesController {

    /** So short that one taken back is soon gone everywhere. */
    private static final Duration KEPT = Duration.ofMinutes(10);

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8;header=present");
    private static final MediaType TURTLE = MediaType.parseMediaType("text/turtle;charset=UTF-8");
    private static final MediaType JSON_LD = MediaType.parseMediaType("application/ld+json");
    private static final MediaType RDF_XML = MediaType.parseMediaType("application/rdf+xml;charset=UTF-8");

    private final Releases releases;
    private final DataFile files;
    private final DataCatalogue catalogue;
    private final RdfWriter writer;

    OpenDataFilesController(Releases releases, DataFile files, DataCatalogue catalogue, RdfWriter writer) {
        this.releases = releases;
        this.files = files;
        this.catalogue = catalogue;
        this.writer = writer;
    }

    @GetMapping("/{dataset}/{version}.csv")
    ResponseEntity<byte[]> csv(@PathVariable String dataset, @PathVariable String version) {
        return answer(CSV, files.csv(releases.version(dataset, version)), dataset);
    }

    @GetMapping("/{dataset}/{version}.json")
    ResponseEntity<byte[]> json(@PathVariable String dataset, @PathVariable String version) {
        return answer(MediaType.APPLICATION_JSON, files.json(releases.version(dataset, version)), dataset);
    }

    @GetMapping("/catalog.ttl")
    ResponseEntity<byte[]> turtle() {
        return answer(TURTLE, writer.turtle(told()), "");
    }

    @GetMapping("/catalog.jsonld")
    ResponseEntity<byte[]> jsonLd() {
        return answer(JSON_LD, writer.jsonLd(told()), "");
    }

    @GetMapping("/catalog.rdf")
    ResponseEntity<byte[]> rdf() {
        return answer(RDF_XML, writer.rdfXml(told()), "");
    }

    private List<Triple> told() {
        return catalogue.of(site(), releases.newest());
    }

    private static String site() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    private static ResponseEntity<byte[]> answer(MediaType type, String text, String dataset) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(type)
                .eTag(DigestUtils.md5DigestAsHex(body))
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .header(
                        "Link",
                        "<" + DataCatalogue.LICENCE + ">; rel=\"license\", <" + site() + "/open-data"
                                + (dataset.isEmpty() ? "" : "/" + dataset) + ">; rel=\"describedby\"")
                .body(body);
    }
}
