package se.samverkan.reporting.publication.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.partnership.CaseStage;
import se.samverkan.reporting.publication.PublicationStage;
import se.samverkan.testing.SamverkanTest;

/** What has been released is found by its words, by everybody; what has not is found by nobody. */
@SamverkanTest
@TestPropertySource(properties = "samverkan.test=open-search")
class OpenSearchTests {

    @Autowired
    WebApplicationContext application;

    private PublicationStage play;

    @BeforeEach
    void people() {
        play = new PublicationStage(application);
    }

    private String found(long person, String words) {
        return CaseStage.text(
                play.stage.asks(person, MockMvcRequestBuilders.get("/search").param("q", words)));
    }

    private String foundByThePublic(String words) throws Exception {
        return CaseStage.text(MockMvcBuilders.webAppContextSetup(application)
                .build()
                .perform(MockMvcRequestBuilders.get("/search").param("q", words))
                .andReturn()
                .getResponse());
    }

    @Test
    void findsWhatWasReleasedByTheWordsInItWhoeverAsks() throws Exception {
        long news = play.released("Läsningen går framåt", "Eleverna läser högt för varandra i lågstadiet.");
        String address = "/public/news/" + news;
        assertThat(foundByThePublic("lågstadiet")).contains("Berättat för alla", address, "Läsningen går framåt");
        assertThat(foundByThePublic("läsningen framåt")).contains(address);
        assertThat(found(play.stage.stranger, "varandra")).contains(address);
        assertThat(foundByThePublic("simning")).doesNotContain(address);
    }

    /** Its writer sees the draft, but finds it where it is worked with. */
    @Test
    void findsNeitherADraftNorWhatWaitsForReview() throws Exception {
        long draft = play.written("Utkastet om blåklockor", "Blåklockor.");
        long waiting = play.proposed("Blåklockor som väntar", "Blåklockor.");
        assertThat(foundByThePublic("blåklockor")).doesNotContain("/public/news/");
        assertThat(found(play.stage.coordinator, "blåklockor"))
                .doesNotContain("/public/news/" + draft)
                .doesNotContain("/public/news/" + waiting)
                .doesNotContain("Utkastet om blåklockor");
    }

    @Test
    void findsNothingThatWasWithdrawn() throws Exception {
        long news = play.released("Vitsippor på gården", "Vitsippor.");
        assertThat(foundByThePublic("vitsippor")).contains("/public/news/" + news);
        play.withdraw(news);
        assertThat(foundByThePublic("vitsippor")).doesNotContain("/public/news/" + news);
        assertThat(found(play.director, "vitsippor")).doesNotContain("/public/news/" + news);
    }

    /** What somebody types is no question to the database. */
    @Test
    void takesAnyLettersForWords() throws Exception {
        play.released("Gullvivor", "Gullvivor & annat.");
        for (String typed : new String[] {"gullvivor & ! (", "'; drop", "gullvivor:*", "%", "\\"}) {
            assertThat(foundByThePublic(typed)).contains("<h1");
        }
    }
}
