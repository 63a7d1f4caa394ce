package se.samverkan.reporting.publication.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.CaseStage;
import se.samverkan.reporting.publication.PublicationStage;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.Visitor;
import se.samverkan.testing.Visitor.Answer;

/** The pages of the public: the same for everybody, without a cookie, kept for a short while, and never more than was released. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=reporting")
class PublicPagesTests {

    @Autowired
    WebApplicationContext application;

    @LocalServerPort
    int port;

    private PublicationStage publishing;
    private Visitor visitor;

    @BeforeEach
    void somebodyWhoTakesPart() {
        publishing = new PublicationStage(application);
        visitor = new Visitor(port);
    }

    private String read(String path) {
        Answer answer = visitor.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.body();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/public",
                "/public/programme",
                "/public/participants",
                "/public/progress",
                "/public/lessons",
                "/public/results",
                "/public/news",
                "/public/news.xml",
                "/public/words",
                "/public/privacy",
                "/public/sitemap.xml",
                "/robots.txt",
                "/open-data",
                "/open-data/catalog.ttl",
                "/accessibility",
                "/about"
            })
    void setNoCookie(String path) {
        Answer answer = visitor.get(path, "Cookie", "samverkan=nobodys");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/public", "/public/participants", "/public/news", "/public/news.xml"})
    void areKeptForAShortWhileAndAskedForAgainByTheirTag(String path) {
        Answer first = visitor.get(path);
        assertThat(first.header("Cache-Control")).hasValue("max-age=60, public");
        assertThat(first.response().headers().allValues("Vary"))
                .anyMatch(each -> each.toLowerCase(Locale.ROOT).contains("cookie"));
        String tag = first.header("ETag").orElseThrow();
        assertThat(tag).startsWith("W/");
        Answer again = visitor.get(path, "If-None-Match", tag);
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    /** Even where the filters are not there, as here, the page is drawn for nobody. */
    @Test
    void areDrawnForNobodyWhoeverAsks() {
        String page = CaseStage.text(
                publishing.stage.asks(publishing.director, MockMvcRequestBuilders.get("/public/participants")));
        assertThat(page).doesNotContain("Ulla Utbildningschef").contains("/sign-in");
    }

    @Test
    void takeNothingFromWhatStandsAfterTheAddress() {
        assertThat(read("/public/words?x=xyzzyx")).doesNotContain("xyzzyx");
        assertThat(read("/public/words")).doesNotContain("xyzzyx");
    }

    @Test
    void speakTheLanguageThatWasChosen() {
        assertThat(read("/public")).contains("<html lang=\"sv\"");
        assertThat(visitor.get("/public", "Cookie", "language=en-GB").body()).contains("<html lang=\"en\"");
        assertThat(read("/public")).contains("<html lang=\"sv\"");
    }

    @Test
    void showAnOrganiserWithTheUnitsThatItChoseAndNoOthers() {
        String page = "/public/participants/" + publishing.key();
        assertThat(visitor.get(page).status()).isEqualTo(404);
        publishing.takesPart(Set.of(publishing.stage.first));
        assertThat(read(page)).contains("Åkommunen", "Ekskolan").doesNotContain("Björkskolan");
        assertThat(read("/public/participants")).contains(page, "Provlän");
    }

    @Test
    void leaveOutAUnitThatHasAnotherOrganiserNowAndSayOfOneThatItIsClosed() {
        publishing.takesPart(Set.of(publishing.stage.first, publishing.stage.second));
        var behind = publishing.stage.cast.behind();
        behind.sql("update organisation.unit set status = 'CLOSED' where id = ?")
                .param(publishing.stage.first)
                .update();
        behind.sql("update organisation.unit set organiser = ? where id = ?")
                .params(publishing.stage.cast.organisation("Ny huvudman"), publishing.stage.second)
                .update();
        assertThat(read("/public/participants/" + publishing.key()))
                .contains("Ekskolan", "Nedlagd")
                .doesNotContain("Björkskolan");
    }

    @Test
    void areWithoutWhatWasWithdrawnAtOnceAndSayThatItWas() {
        long id = publishing.released("Vi läser xyzhögt", "Varje dag.");
        String feed = "/public/participants/" + publishing.key() + "/news.xml";
        assertThat(read("/public/news")).contains("Vi läser xyzhögt");
        assertThat(read(feed)).contains("Vi läser xyzhögt");
        publishing.withdraw(id);
        assertThat(read("/public/news")).doesNotContain("Vi läser xyzhögt");
        assertThat(visitor.get(feed).status()).isEqualTo(404);
        Answer gone = visitor.get("/public/news/" + id);
        assertThat(gone.status()).isEqualTo(410);
        assertThat(gone.body()).contains("Sidan är tillbakadragen").doesNotContain("xyzhögt", "Det stämde inte.");
        assertThat(gone.header("Set-Cookie")).isEmpty();
    }

    @Test
    void showWrittenMarkupAsText() {
        long id = publishing.released("<script>alert(1)</script>", "<img src=x onerror=alert(2)>\n\nAndra stycket.");
        Answer page = visitor.get("/public/news/" + id);
        assertThat(page.page().select("main script, main img")).isEmpty();
        assertThat(page.page().select("main p.written").eachText())
                .containsExactly("<img src=x onerror=alert(2)>", "Andra stycket.");
    }

    @Test
    void answerWithoutACookieAlsoWhereThereIsNothing() {
        Answer nothing = visitor.get("/public/news/999999999");
        assertThat(nothing.status()).isEqualTo(404);
        assertThat(nothing.header("Set-Cookie")).isEmpty();
    }

    /** Also the pages of what has been told, which the list above cannot name. */
    @Test
    void setNoCookieWhereSomethingIsTold() {
        publishing.takesPart(Set.of(publishing.stage.first));
        long news = publishing.released("Vi läser högt", "Varje dag.");
        String own = "/public/participants/" + publishing.key();
        for (String path : Set.of("/public/news/" + news, own, own + "/news.xml")) {
            assertThat(visitor.get(path).header("Set-Cookie")).as(path).isEmpty();
        }
    }

    @Test
    void sayWhatTheyAreToThoseWhoFindThemAndWhereTheNewsAre() {
        publishing.released("Vi läser högt", "Varje dag.");
        Document front = visitor.get("/public").page();
        assertThat(front.select("head meta[name=description]").attr("content")).startsWith("Skolor som behöver det");
        assertThat(front.select("head meta[property=og:title]").attr("content"))
                .isEqualTo(front.select("h1").text());
        assertThat(front.select("head link[rel=alternate][type=application/rss+xml]")
                        .eachAttr("href"))
                .containsExactly("/public/news.xml");
        assertThat(front.select("main a[href=/open-data]")).isNotEmpty();
        String own = "/public/participants/" + publishing.key();
        assertThat(visitor.get(own).page().select("head link[rel=alternate]").eachAttr("href"))
                .containsExactly("/public/news.xml", own + "/news.xml");
        for (String feed : Set.of("/public/news.xml", own + "/news.xml")) {
            assertThat(visitor.get(feed).header("Content-Type")).hasValue("application/rss+xml;charset=UTF-8");
        }
    }

    @Test
    void areListedForSearchEnginesAsTheyComeAndGo() {
        long id = publishing.released("Vi läser högt", "Varje dag.");
        String page = "/public/news/" + id + "</loc>";
        assertThat(read("/public/sitemap.xml")).contains(page, "/public/programme</loc>");
        publishing.withdraw(id);
        assertThat(read("/public/sitemap.xml")).doesNotContain(page);
        assertThat(read("/robots.txt")).contains("Sitemap: ", "/public/sitemap.xml", "Disallow: /search");
    }
}
