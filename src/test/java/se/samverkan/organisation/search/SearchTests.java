package se.samverkan.organisation.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.client.RestClient;
import se.samverkan.organisation.MunicipalityFacts;
import se.samverkan.organisation.OrganiserFacts;
import se.samverkan.organisation.Registry;
import se.samverkan.organisation.UnitFacts;
import se.samverkan.testing.SamverkanTest;

/** Needs a country of its own, since it also says what is not found; the property gives it one. */
@SamverkanTest
@TestPropertySource(properties = "test.country=search")
class SearchTests {

    @Autowired
    Registry registry;

    @Autowired
    Search search;

    @Autowired
    TransactionTemplate transaction;

    @LocalServerPort
    int port;

    @BeforeEach
    void someSchools() {
        transaction.executeWithoutResult(status -> {
            registry.acceptMunicipalities(List.of(
                    new MunicipalityFacts("2321", "Åre", "Jämtlands län"),
                    new MunicipalityFacts("1880", "Örebro", "Örebro län"),
                    new MunicipalityFacts("1384", "Arelund", "Hallands län")));
            registry.acceptOrganisers(List.of(
                    new OrganiserFacts("2120000829", "Åre kommun", "MUNICIPAL", "2321", false, "REGISTER"),
                    new OrganiserFacts("2120001967", "Örebro kommun", "MUNICIPAL", "1880", false, "REGISTER")));
            registry.acceptUnits(List.of(
                    unit("90000001", "Årebygdens skola", "2120000829", "2321"),
                    unit("90000002", "Areskogsskolan", "2120001967", "1880"),
                    unit("90000003", "Vasaskolan", "2120001967", "1880"),
                    unit("90000004", "Fritidshemmet Solen", "2120001967", "1880"),
                    unit("90000005", "Skolan på Ängen", "2120001967", "1880"),
                    unit("90000006", "S:t Olofs skola", "2120001967", "1880")));
        });
    }

    @Test
    void findsÅreAndNotAreWhenSomebodyTypesTheRing() {
        assertThat(names("åre"))
                .startsWith("Åre", "Åre kommun", "Årebygdens skola")
                .doesNotContain("Areskogsskolan", "Arelund");
    }

    @Test
    void putsTheLettersThatWereTypedBeforeThoseWithRings() {
        List<String> names = names("are");
        assertThat(names).contains("Åre", "Areskogsskolan");
        assertThat(names.indexOf("Areskogsskolan")).isLessThan(names.indexOf("Åre"));
    }

    @Test
    void findsÖrebroWithoutTheDots() {
        assertThat(names("orebro")).startsWith("Örebro", "Örebro kommun");
    }

    @Test
    void forgivesLettersThatChangedPlaces() {
        assertThat(names("skoaln")).contains("Skolan på Ängen");
        assertThat(names("vasaskoaln")).startsWith("Vasaskolan");
        assertThat(names("vasaskolan orebor")).startsWith("Vasaskolan");
    }

    @Test
    void findsTheFormsOfAWord() {
        assertThat(names("fritidshem solen")).contains("Fritidshemmet Solen");
        assertThat(names("fritidshemmet")).contains("Fritidshemmet Solen");
        assertThat(names("skola ängen")).contains("Skolan på Ängen");
    }

    @Test
    void findsSchoolsByWhereTheyLieAndWhoseTheyAre() {
        assertThat(names("vasa örebro")).containsExactly("Vasaskolan");
        assertThat(names("åre kommun bygd")).isEmpty();
        assertThat(names("årebygd åre")).containsExactly("Årebygdens skola");
    }

    @Test
    void findsCodesAndNumbersWithOrWithoutTheirHyphen() {
        assertThat(names("90000003")).containsExactly("Vasaskolan");
        assertThat(names("9000000")).hasSize(6);
        assertThat(names("212000-1967")).containsExactly("Örebro kommun");
        assertThat(names("2120001967")).containsExactly("Örebro kommun");
    }

    @Test
    void findsSaintsByTheirWholeName() {
        assertThat(names("sankt olof")).containsExactly("S:t Olofs skola");
        assertThat(names("s:t olof")).containsExactly("S:t Olofs skola");
    }

    @Test
    void takesSignsOfTheQueryLanguageAsLetters() {
        assertThat(names("va'sa & | ! :* <-> \\ %_")).isEmpty();
        assertThat(names("' \\")).isEmpty();
    }

    @Test
    void groupsWhatItFindsAndCountsIt() {
        Search.Found found = search.overview("örebro", 2);
        assertThat(found.count(Search.Kind.MUNICIPALITY)).isOne();
        assertThat(found.count(Search.Kind.SCHOOL)).isEqualTo(5);
        assertThat(found.of(Search.Kind.SCHOOL)).hasSize(2);
        assertThat(search.page("örebro", Search.Kind.SCHOOL, 2, 2).hits()).hasSize(1);
    }

    @Test
    void saysWhatWasProbablyMeant() {
        assertThat(page("/search?q=vasaskoaln")).contains("Menade du Vasaskolan?");
        assertThat(page("/search?q=zzzqqq")).contains("Vi hittar inget som liknar");
        assertThat(page("/search")).contains("Skriv några bokstäver");
    }

    @Test
    void suggestsLinksWhileSomebodyTypes() {
        assertThat(page("/search/suggest?q=vas"))
                .contains("href=\"/units/90000003\"")
                .doesNotContain("<html");
    }

    @Test
    void browsesByMunicipalityAndForm() {
        String schools = page("/schools?municipality=1880&form=COMPULSORY");
        assertThat(schools).contains("Vasaskolan", "grundskola").doesNotContain("Årebygdens");
        assertThat(page("/schools?form=ADULT")).contains("Ingen skola stämmer");
    }

    private List<String> names(String typed) {
        return search.suggest(typed, 20).stream().map(Search.Hit::name).toList();
    }

    private String page(String path) {
        String body = RestClient.create("http://localhost:" + port)
                .get()
                .uri(path)
                .retrieve()
                .body(String.class);
        assertThat(body).isNotNull();
        return body;
    }

    private static UnitFacts unit(String code, String name, String organiser, String municipality) {
        return new UnitFacts(
                code,
                code,
                "SCHOOL",
                name,
                organiser,
                "",
                municipality,
                Map.of("COMPULSORY", Set.of("7", "8", "9")),
                "ACTIVE",
                false,
                null,
                null,
                null,
                null,
                "REGISTER");
    }
}
