package se.samverkan.statistics.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import se.samverkan.organisation.Directory.UnitQuery;
import se.samverkan.shared.Refusal;
import se.samverkan.statistics.OpenData;

/** Reads over HTTP what is public; anybody may, from any site, without a login. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
@CrossOrigin(
        origins = "*",
        methods = RequestMethod.GET,
        exposedHeaders = {"ETag", "Link"})
@Tag(name = "open-data")
class OpenDataController {

    private static final String TWENTY = "20";

    private final OpenData data;
    private final Answers answers;

    OpenDataController(OpenData data, Answers answers) {
        this.data = data;
        this.answers = answers;
    }

    @GetMapping("/school-units")
    @Operation(
            operationId = "listSchoolUnits",
            summary = "Units by name, a page at a time",
            description = "Units that fit all filters, by name as a Swede sorts and then by key, so that paging never "
                    + "skips or repeats. The Link header leads to the other pages.")
    @ApiResponse(
            responseCode = "200",
            description = "A page of units",
            content = @Content(schema = @Schema(implementation = OpenData.Units.class)))
    ResponseEntity<byte[]> units(
            @Parameter(description = "Letters of the name, as typed") @RequestParam(required = false) @Nullable
                    String query,
            @Parameter(description = "Code of the municipality, four digits", example = "0180")
                    @RequestParam(required = false)
                    @Nullable
                    String municipality,
            @Parameter(description = "Organisation number or key of the organiser")
                    @RequestParam(required = false)
                    @Nullable
                    String organiser,
            @Parameter(description = "School form", example = "COMPULSORY") @RequestParam(required = false) @Nullable
                    String form,
            @Parameter(description = "Number of the page, from 1") @RequestParam(defaultValue = "1") int page,
            @Parameter(description = "Units on a page, at most 20000") @RequestParam(required = false) @Nullable
                    Integer size,
            @Parameter(
                            description = "The same as size, under the name of Digg's REST API profile",
                            schema = @Schema(defaultValue = TWENTY))
                    @RequestParam(required = false)
                    @Nullable
                    Integer limit) {
        int rows = size != null ? size : limit != null ? limit : Integer.parseInt(TWENTY);
        UnitQuery asked = new UnitQuery(blank(query), blank(municipality), blank(organiser), blank(form));
        OpenData.Units[] found = new OpenData.Units[1];
        return answers.of(
                "units " + asked + " " + page + " " + rows,
                () -> found[0] = data.units(asked, page, rows),
                () -> new PageLinks(page, rows, total(found[0], asked))
                        .header(ServletUriComponentsBuilder.fromCurrentRequest()));
    }

    private long total(OpenData.@Nullable Units found, UnitQuery asked) {
        return found != null ? found.total() : data.units(asked, 1, 1).total();
    }

    @GetMapping("/school-units/{code}")
    @Operation(
            operationId = "getSchoolUnit",
            summary = "A unit",
            description = "A unit by its school unit code, or a " + "preschool by its key.")
    @ApiResponse(
            responseCode = "200",
            description = "The unit",
            content = @Content(schema = @Schema(implementation = OpenData.Unit.class)))
    ResponseEntity<byte[]> unit(@PathVariable String code) {
        return answers.of("unit " + code, () -> data.unit(code));
    }

    @GetMapping("/school-units/{code}/figures")
    @Operation(
            operationId = "getFigures",
            summary = "A unit's figures",
            description =
                    "All figures of a unit, as published: a value, or null with the status and the token that say "
                            + "why. A figure may be approximate, or bounded: just below its bound.")
    @ApiResponse(
            responseCode = "200",
            description = "The figures",
            content = @Content(schema = @Schema(implementation = OpenData.UnitsFigures.class)))
    ResponseEntity<byte[]> figures(
            @PathVariable String code,
            @Parameter(description = "Code of one indicator", example = "gr9-passed-all")
                    @RequestParam(required = false)
                    @Nullable
                    String indicator,
            @Parameter(description = "What was known at the end of this day", example = "2026-11-21")
                    @RequestParam(required = false)
                    @Nullable
                    String asOf,
            @Parameter(hidden = true) @RequestParam(name = "as-of", required = false) @Nullable String asOfToo) {
        String given = asOf != null ? asOf : asOfToo;
        Optional<LocalDate> day = Optional.ofNullable(blank(given)).map(OpenDataController::day);
        Optional<String> one = Optional.ofNullable(blank(indicator));
        return answers.of("figures " + code + " " + one + " " + day, () -> data.figures(code, one, day));
    }

    @GetMapping("/organisers/{number}")
    @Operation(
            operationId = "getOrganiser",
            summary = "An organiser and its active units",
            description = "An organiser by its organisation number, or by its key where the number is a person's.")
    @ApiResponse(
            responseCode = "200",
            description = "The organiser",
            content = @Content(schema = @Schema(implementation = OpenData.Organiser.class)))
    ResponseEntity<byte[]> organiser(@PathVariable String number) {
        return answers.of("organiser " + number, () -> data.organiser(number));
    }

    @GetMapping("/indicators")
    @Operation(
            operationId = "listIndicators",
            summary = "All indicators",
            description = "What is measured, with names and definitions in Swedish and English.")
    @ApiResponse(
            responseCode = "200",
            description = "The indicators",
            content = @Content(schema = @Schema(implementation = OpenData.AllIndicators.class)))
    ResponseEntity<byte[]> indicators() {
        return answers.of("indicators", data::indicators);
    }

    private static @Nullable String blank(@Nullable String given) {
        return given == null || given.isBlank() ? null : given.strip();
    }

    private static LocalDate day(String given) {
        try {
            return LocalDate.parse(given);
        } catch (DateTimeParseException e) {
            throw Refusal.malformed("refusal.day", given);
        }
    }
}
