package se.samverkan.reporting.release;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import se.samverkan.reporting.aggregate.NamedTable.Names;
import tools.jackson.databind.json.JsonMapper;

/** What has been released, under the same profile as the other open reads; anybody may, from any site, without a login. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@CrossOrigin(
        origins = "*",
        methods = RequestMethod.GET,
        exposedHeaders = {"ETag", "Link"})
@Tag(name = "open-data")
class DatasetsApiController {

    private final Releases releases;
    private final DataFile files;
    private final JsonMapper json;

    DatasetsApiController(Releases releases, DataFile files, JsonMapper json) {
        this.releases = releases;
        this.files = files;
        this.json = json;
    }

    record Datasets(List<Dataset> datasets) {}

    /** A data set by the version that holds; addresses are paths on this site. */
    record Dataset(
            String key,
            int version,
            Names title,
            Names description,
            String publisher,
            String licence,
            Instant counted,
            Instant released,
            String page,
            String csv,
            String json) {

        static Dataset of(Release release) {
            return new Dataset(
                    release.dataset(),
                    release.version(),
                    release.title(),
                    release.table().about(),
                    release.publisher(),
                    DataCatalogue.LICENCE,
                    release.countedAt(),
                    release.at(),
                    release.address(),
                    release.file("csv"),
                    release.file("json"));
        }
    }

    @GetMapping("/datasets")
    @Operation(
            operationId = "listDatasets",
            summary = "All data sets that have been released",
            description = "The newest version of each that has not been taken back, with where its files are.")
    @ApiResponse(
            responseCode = "200",
            description = "The data sets",
            content = @Content(schema = @Schema(implementation = Datasets.class)))
    ResponseEntity<byte[]> datasets() {
        return answer(
                json.writeValueAsString(
                        new Datasets(releases.newest().stream().map(Dataset::of).toList())),
                "");
    }

    @GetMapping("/datasets/{dataset}")
    @Operation(
            operationId = "getDataset",
            summary = "A data set with its numbers",
            description = "A masked number is null and its status says so; never read it as nought.")
    @ApiResponse(
            responseCode = "200",
            description = "The data set",
            content = @Content(schema = @Schema(implementation = DataFile.Written.class)))
    ResponseEntity<byte[]> dataset(
            @PathVariable String dataset,
            @Parameter(description = "Number of a version; the newest when not given", example = "1")
                    @RequestParam(defaultValue = "latest")
                    String version) {
        return answer(files.json(releases.version(dataset, version)), dataset);
    }

    private static ResponseEntity<byte[]> answer(String text, String dataset) {
        return OpenDataFilesController.answer(MediaType.APPLICATION_JSON, text, dataset);
    }
}
