package se.samverkan.access.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.multipart.MultipartFile;
import se.samverkan.access.Actor;
import se.samverkan.shared.Refusal;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;
import se.samverkan.testing.TestPeople;
import se.samverkan.testing.Visitor;
import se.samverkan.testing.Visitor.Answer;

/** A form of a room that knows nothing of sessions, sent after the session ended. */
@SamverkanTest
@Import(HeldFormTests.SomeRoom.class)
@TestPropertySource(properties = "samverkan.session.remembered=0s")
class HeldFormTests {

    private static final String PASSWORD = "fyra gula kor dansar";

    @TestConfiguration
    static class SomeRoom {

        @Controller
        static class NoteController {

            @GetMapping(value = "/test-notes/new", produces = MediaType.TEXT_HTML_VALUE)
            @ResponseBody
            String form(CsrfToken proof) {
                return """
                        <!DOCTYPE html><html><body><main>
                        <form action="/test-notes" method="post" enctype="multipart/form-data">
                        <input type="hidden" name="_csrf" value="%s">
                        <input name="title" value=""><textarea name="text"></textarea>
                        <select name="term"><option value="VT27">VT<option value="HT27">HT</select>
                        <input type="checkbox" name="shared" value="yes"><input type="password" name="password">
                        <input type="file" name="file">
                        <button>Spara</button></form></main></body></html>
                        """.formatted(proof.getToken());
            }

            @PostMapping("/test-notes")
            @ResponseBody
            String save(
                    @RequestParam String title,
                    @RequestParam String text,
                    @RequestParam(required = false) @org.jspecify.annotations.Nullable MultipartFile file)
                    throws java.io.IOException {
                if (!Actor.current().isSignedIn()) {
                    throw Refusal.notAllowed("refusal.sign-in");
                }
                String content = file == null ? "" : new String(file.getBytes(), StandardCharsets.UTF_8);
                return "saved " + title + "|" + text + "|" + content;
            }
        }
    }

    private static final Map<String, String> NOTE = Map.of(
            "title",
            "Mötet & kaffet",
            "text",
            "Rad ett\nrad två <b>",
            "term",
            "HT27",
            "shared",
            "yes",
            "password",
            "hemlig");

    @Autowired
    TestDatabase database;

    @LocalServerPort
    int port;

    private TestPeople people;
    private Visitor writer;
    private String email;

    @BeforeEach
    void arrange() {
        people = new TestPeople(database);
        writer = new Visitor(port);
        email = UUID.randomUUID() + "@example.org";
        people.add("Maja Lind", email, PASSWORD);
        signIn(writer, email, "/");
    }

    @Test
    void givesTheFormBackFilledInAfterSigningInAgain() {
        Answer form = writer.get("/test-notes/new");
        endAllSessions();

        Answer asked = writer.submit(form, "form", NOTE);
        assertThat(asked.status()).isEqualTo(303);
        assertThat(asked.location()).isEqualTo("/sign-in?to=%2Ftest-notes%2Fnew");
        assertThat(writer.get(asked.location()).body()).contains("finns kvar");
        Answer back = writer.follow(signIn(writer, email, "/test-notes/new"));

        assertThat(back.page().select("input[name=title]").val()).isEqualTo("Mötet & kaffet");
        assertThat(back.page().select("textarea").first().wholeText()).isEqualTo("Rad ett\nrad två <b>");
        assertThat(back.page().select("option[selected]").val()).isEqualTo("HT27");
        assertThat(back.page().select("input[name=shared]").hasAttr("checked")).isTrue();
        assertThat(back.page().select("input[name=password]").val()).isEmpty();
        assertThat(back.page().select(".notice").text()).contains("Inget är skickat än");
        assertThat(writer.submit(back, "form", Map.of()).body()).startsWith("saved Mötet & kaffet|Rad ett");
        assertThat(writer.get("/test-notes/new")
                        .page()
                        .select("input[name=title]")
                        .val())
                .as("once it is sent it is held no longer")
                .isEmpty();
    }

    @Test
    void keepsTheFileThatWasChosen() {
        Answer form = writer.get("/test-notes/new");
        endAllSessions();

        writer.upload(form, "form", NOTE, "file", "elever.csv", "rad;värde");
        Answer back = writer.follow(signIn(writer, email, "/test-notes/new"));

        assertThat(back.page().select(".notice").text()).contains("elever.csv");
        assertThat(writer.upload(back, "form", Map.of(), "file", "", "").body()).endsWith("|rad;värde");
    }

    @Test
    void givesItToNobodyElse() {
        String other = UUID.randomUUID() + "@example.org";
        people.add("Olle Ås", other, PASSWORD);
        Answer form = writer.get("/test-notes/new");
        endAllSessions();
        writer.submit(form, "form", NOTE);

        signIn(writer, other, "/");

        assertThat(writer.get("/test-notes/new").body()).doesNotContain("kaffet");
        assertThat(writer.get("/sign-in/held").status()).isEqualTo(404);
    }

    @Test
    void givesItBackAlsoWhenTheWriterSignedInAgainInAnotherTab() {
        Answer form = writer.get("/test-notes/new");
        Visitor otherTab = writer;
        otherTab.submit(otherTab.get("/"), "form[action=/sign-out]", Map.of());
        signIn(otherTab, email, "/");

        Answer asked = writer.submit(form, "form", NOTE);

        assertThat(asked.location()).isEqualTo("/test-notes/new");
        assertThat(writer.get(asked.location())
                        .page()
                        .select("input[name=title]")
                        .val())
                .isEqualTo("Mötet & kaffet");
    }

    @Test
    void holdsNothingFromAnotherSite() {
        Answer refused = new Visitor(port).post("/test-notes", Map.of("title", "x", "text", "y", "_csrf", "zzzz"));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.response().headers().allValues("Set-Cookie")).noneMatch(set -> set.contains("held"));
    }

    @Test
    void showsTheTextByItselfWhereThePageCannot() {
        Answer form = writer.get("/test-notes/new");
        endAllSessions();
        writer.submit(form, "form", NOTE);
        signIn(writer, email, "/");

        Answer held = writer.get("/sign-in/held");

        assertThat(held.page().select("textarea").eachText()).contains("Mötet & kaffet");
        assertThat(held.body()).doesNotContain("hemlig");
    }

    private void endAllSessions() {
        people.behind().sql("update access.session set ended_at = now()").update();
    }

    private static Answer signIn(Visitor who, String email, String to) {
        return who.submit(
                who.get("/sign-in?to=" + to), "form[action=/sign-in]", Map.of("email", email, "password", PASSWORD));
    }
}
