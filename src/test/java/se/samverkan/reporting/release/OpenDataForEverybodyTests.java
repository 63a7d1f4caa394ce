package se.samverkan.reporting.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.ValidationReport;
import org.apache.jena.shacl.validation.Severity;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.Role;
import se.samverkan.partnership.CaseStage;
import se.samverkan.reporting.aggregate.ManyCases;
import se.samverkan.reporting.aggregate.Topic;
import se.samverkan.shared.page.FreeText;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.SharedData;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over the network, without a session: files that may be kept, no cookie, and a catalogue that the shapes of DCAT-AP accept. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=programme-report")
class OpenDataForEverybodyTests {

    @Autowired
    WebApplicationContext application;

    @LocalServerPort
    int port;

    private String dataset;

    @BeforeEach
    void released() {
        CaseStage stage = new CaseStage(application);
        long publisher = stage.cast.player("Ulla Utgivare", Role.PUBLISHER, stage.office);
        ManyCases.fill(stage, 25);
        Releases releases = stage.bean(Releases.class);
        dataset = stage.as(
                publisher,
                () -> releases.release(
                        stage.office,
                        CaseStage.VARIANT,
                        Topic.CAUSES,
                        releases.proposal(stage.office, CaseStage.VARIANT, Topic.CAUSES)
                                .masked(),
                        FreeText.NONE));
    }

    private HttpResponse<String> asks(String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        }
    }

    @Test
    void needsNoSignInSetsNoCookieAndMayBeKept() throws Exception {
        for (String path :
                Stream.of("/latest.csv", "/1.json").map(dataset::concat).toList()) {
            HttpResponse<String> answer = asks(path);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(value -> assertThat(value).contains("public"));
            assertThat(answer.headers().firstValue("Link"))
                    .hasValueSatisfying(value -> assertThat(value).contains("license"));
            String tag = answer.headers().firstValue("ETag").orElseThrow();
            assertThat(asks(path, "If-None-Match", tag).statusCode()).isEqualTo(304);
        }
    }

    @Test
    void isReadByPeopleFromTheFootOfEveryPage() throws Exception {
        assertThat(asks("/").body()).contains("href=\"/open-data\"");
        assertThat(asks("/open-data").body()).contains(dataset).contains("CC0 1.0");
        assertThat(asks(dataset).body()).contains("Orsaker");
    }

    @Test
    void saysThatWhatIsNotThereIsNot() throws Exception {
        assertThat(asks("/open-data/nonsense").statusCode()).isEqualTo(404);
        assertThat(asks(dataset + "/77.csv").statusCode()).isEqualTo(404);
    }

    private Model catalogue(String kind, Lang lang) throws Exception {
        return model(asks("/open-data/catalog." + kind), lang);
    }

    private static Model model(HttpResponse<String> answer, Lang lang) {
        assertThat(answer.statusCode()).isEqualTo(200);
        Model model = ModelFactory.createDefaultModel();
        RDFDataMgr.read(model, new ByteArrayInputStream(answer.body().getBytes(StandardCharsets.UTF_8)), lang);
        return model;
    }

    @Test
    void saysTheSameInAllThreeWays() throws Exception {
        Model turtle = catalogue("ttl", Lang.TURTLE);
        assertThat(turtle.size()).isGreaterThan(60);
        assertThat(turtle.isIsomorphicWith(catalogue("jsonld", Lang.JSONLD))).isTrue();
        assertThat(turtle.isIsomorphicWith(catalogue("rdf", Lang.RDFXML))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"shapes.ttl", "range.ttl"})
    void isToldAsTheShapesOfDcatApWantIt(String name) throws Exception {
        Path file = SharedData.file("reference/dcat/" + name);
        Shapes shapes = Shapes.parse(RDFDataMgr.loadGraph(file.toUri().toString()));
        ValidationReport report = ShaclValidator.get()
                .validate(shapes, catalogue("ttl", Lang.TURTLE).getGraph());
        assertThat(report.getEntries().stream()
                        .filter(entry -> entry.severity().equals(Severity.Violation))
                        .map(entry -> entry.focusNode() + " " + entry.resultPath() + " " + entry.message()))
                .isEmpty();
        assertThat(shapes.numShapes()).isGreaterThan(5);
    }

    /** The catalogue is named by an address of its own, which answers in the way that is asked for. */
    @Test
    void answersAtTheAddressOfTheCatalogueInTheWayThatIsAskedFor() throws Exception {
        Model turtle = catalogue("ttl", Lang.TURTLE);
        assertThat(turtle.isIsomorphicWith(
                        model(asks("/open-data/catalog", "Accept", "application/ld+json"), Lang.JSONLD)))
                .isTrue();
        assertThat(turtle.isIsomorphicWith(model(
                        asks("/open-data/catalog", "Accept", "application/rdf+xml;q=0.9, text/turtle;q=0.1"),
                        Lang.RDFXML)))
                .isTrue();
        assertThat(turtle.isIsomorphicWith(model(asks("/open-data/catalog"), Lang.TURTLE)))
                .isTrue();
        HttpResponse<String> people = asks("/open-data/catalog", "Accept", "text/html,application/xml;q=0.9,*/*;q=0.8");
        assertThat(people.statusCode()).isEqualTo(303);
        assertThat(people.headers().firstValue("Location")).hasValue("/open-data");
        assertThat(asks("/open-data/catalog", "Accept", "text/turtle").headers().allValues("Vary"))
                .anyMatch(each -> each.contains("Accept"));
    }

    @Test
    void tellsAboutAFileWithoutSendingIt() throws Exception {
        HttpRequest head = HttpRequest.newBuilder(URI.create("http://localhost:" + port + dataset + "/latest.csv"))
                .HEAD()
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = client.send(head, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEmpty();
            assertThat(answer.headers().firstValue("ETag"))
                    .isEqualTo(asks(dataset + "/latest.csv").headers().firstValue("ETag"));
        }
    }

    /** The columns that are described are those of the file, in its order. */
    @Test
    void describesTheColumnsOfItsFileWhereTheFileSaysSo() throws Exception {
        HttpResponse<String> csv = asks(dataset + "/1.csv");
        assertThat(csv.headers().firstValue("Link").orElseThrow())
                .contains(dataset + "/1.csv-metadata.json>; rel=\"describedby\"; type=\"application/csvm+json\"");
        HttpResponse<String> told = asks(dataset + "/1.csv-metadata.json");
        assertThat(told.headers().firstValue("Content-Type")).hasValue("application/csvm+json");
        JsonNode columns = new JsonMapper().readTree(told.body());
        assertThat(columns.get("@context").asString()).isEqualTo("http://www.w3.org/ns/csvw");
        assertThat(columns.get("url").asString()).isEqualTo("1.csv");
        assertThat(columns.get("tableSchema").get("columns").findValuesAsString("name"))
                .containsExactly(csv.body().lines().findFirst().orElseThrow().split(","));
    }

    @Test
    void isReadThroughTheApiToo() throws Exception {
        String key = dataset.substring("/open-data/".length());
        assertThat(asks("/api/v1/datasets").body()).contains("\"key\":\"" + key + "\"", dataset + "/1.csv");
        HttpResponse<String> one = asks("/api/v1/datasets/" + key);
        assertThat(one.body()).isEqualTo(asks(dataset + "/latest.json").body());
        assertThat(asks(
                                "/api/v1/datasets/" + key,
                                "If-None-Match",
                                one.headers().firstValue("ETag").orElseThrow())
                        .statusCode())
                .isEqualTo(304);
        assertThat(asks("/api/v1/datasets/" + key + "?version=77").statusCode()).isEqualTo(404);
        assertThat(asks("/api/v1/openapi.json").body())
                .contains("/api/v1/datasets", "/api/v1/datasets/{dataset}", "listDatasets", "getDataset");
    }
}
