package se.samverkan.reporting.publication.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;

/** News as RSS that any reader takes. */
class NewsFeedTests {

    private static Document feed(NewsItem... news) {
        byte[] xml = new NewsFeed("https://samverkan.example")
                .of("Så går det för oss", "Nyheter", "/public/news", List.of(news));
        return Jsoup.parse(new String(xml, StandardCharsets.UTF_8), "", Parser.xmlParser());
    }

    private static NewsItem item(long id, String title, String words) {
        return new NewsItem(id, "Ekskolan", "123", true, title, words, Instant.parse("2027-03-12T10:00:00Z"));
    }

    @Test
    void namesTheSenderTheDayAndAnAddressThatStays() {
        Document feed = feed(item(7, "Vi läser högt", "Varje dag."));

        assertThat(feed.selectXpath("//channel/link").text()).isEqualTo("https://samverkan.example/public/news");
        assertThat(feed.selectXpath("//item/title").text()).isEqualTo("Ekskolan: Vi läser högt");
        assertThat(feed.selectXpath("//item/guid").text()).isEqualTo("https://samverkan.example/public/news/7");
        assertThat(feed.selectXpath("//item/pubDate").text()).isEqualTo("Fri, 12 Mar 2027 10:00:00 GMT");
    }

    @Test
    void escapesWhatIsMarkupAndLeavesOutWhatIsNotXml() {
        Document feed = feed(item(8, "<script>alert(1)</script>", "Ett \u0007 tecken & ett till"));

        assertThat(feed.selectXpath("//item/title").text()).contains("<script>");
        assertThat(feed.selectXpath("//item//script")).isEmpty();
        assertThat(feed.selectXpath("//item/description").text()).isEqualTo("Ett \uFFFD tecken & ett till");
    }

    @Test
    void isAFeedAlsoWithoutNews() {
        assertThat(feed().selectXpath("//channel/title").text()).isEqualTo("Så går det för oss");
        assertThat(feed().selectXpath("//item")).isEmpty();
    }
}
