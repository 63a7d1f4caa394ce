package se.samverkan.reporting.release;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.DigestUtils;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
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
    private static final MediaType CSV_METADATA = MediaType.parseMediaType("application/csvm+json");
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
        return answer(
                CSV,
                files.csv(releases.version(dataset, version)),
                dataset,
                ", <" + site() + "/open-data/" + dataset + "/" + version
                        + ".csv-metadata.json>; rel=\"describedby\"; type=\"application/csvm+json\"");
    }

    /** What the columns of the CSV file hold: the place where CSV on the Web (W3C 2015) looks for it. */
    @GetMapping("/{dataset}/{version}.csv-metadata.json")
    ResponseEntity<byte[]> columns(@PathVariable String dataset, @PathVariable String version) {
        return answer(CSV_METADATA, files.columns(releases.version(dataset, version), version), dataset);
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

    /** The catalogue at the address that it goes by itself, in the way that is asked for; people are led to its page. */
    @GetMapping("/catalog")
    ResponseEntity<byte[]> catalogue(@RequestHeader(value = "Accept", required = false) @Nullable String accept) {
        for (MediaType wanted : wanted(accept)) {
            for (MediaType type : List.of(TURTLE, JSON_LD, RDF_XML)) {
                if (wanted.isCompatibleWith(type) && !wanted.isWildcardType()) {
                    return negotiated(type);
                }
            }
            if (wanted.isCompatibleWith(MediaType.TEXT_HTML) && !wanted.isWildcardType()) {
                return ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/open-data"))
                        .varyBy("Accept")
                        .build();
            }
        }
        return negotiated(TURTLE);
    }

    private static List<MediaType> wanted(@Nullable String accept) {
        try {
            List<MediaType> wanted = new ArrayList<>(MediaType.parseMediaTypes(accept));
            MimeTypeUtils.sortBySpecificity(wanted);
            wanted.sort(Comparator.comparingDouble(MediaType::getQualityValue).reversed());
            return wanted;
        } catch (InvalidMediaTypeException unreadable) {
            return List.of();
        }
    }

    private ResponseEntity<byte[]> negotiated(MediaType type) {
        ResponseEntity<byte[]> answer = type == TURTLE ? turtle() : type == JSON_LD ? jsonLd() : rdf();
        return ResponseEntity.ok().headers(answer.getHeaders()).varyBy("Accept").body(answer.getBody());
    }

    private List<Triple> told() {
        return catalogue.of(site(), releases.newest());
    }

    private static String site() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().build().toUriString();
    }

    static ResponseEntity<byte[]> answer(MediaType type, String text, String dataset) {
        return answer(type, text, dataset, "");
    }

    private static ResponseEntity<byte[]> answer(MediaType type, String text, String dataset, String moreLinks) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        return ResponseEntity.ok()
                .contentType(type)
                .eTag(DigestUtils.md5DigestAsHex(body))
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .header(
                        "Link",
                        "<" + DataCatalogue.LICENCE + ">; rel=\"license\", <" + site() + "/open-data"
                                + (dataset.isEmpty() ? "" : "/" + dataset) + ">; rel=\"describedby\"" + moreLinks)
                .body(body);
    }
}
