package se.samverkan.intervention;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Role;
import se.samverkan.analysis.AnalysisStage;
import se.samverkan.intervention.catalogue.Theme;
import se.samverkan.intervention.lesson.LessonDraft;
import se.samverkan.intervention.lesson.Lessons;
import se.samverkan.intervention.lesson.Readers;
import se.samverkan.intervention.lesson.Teller;
import se.samverkan.shared.page.FreeText;

/** A running case with two providers beside it, each with somebody who works there. */
public final class InterventionStage {

    public final AnalysisStage theCase;
    public final long university;
    public final long special;
    public final long coordinator;
    public final long adviser;
    public final String universityKey;
    public final String specialKey;
    private final WebApplicationContext application;

    public InterventionStage(WebApplicationContext application) {
        this.application = application;
        theCase = new AnalysisStage(application);
        universityKey = "u" + System.nanoTime();
        specialKey = "s" + System.nanoTime();
        university = provider("Provuniversitetet", universityKey, "UNIVERSITY");
        special = provider("Provstödet", specialKey, "SPSM");
        coordinator = theCase.running.cast.player("Lisa Lärosäte", Role.UNIVERSITY_COORDINATOR, university);
        adviser = theCase.running.cast.player("Siv Stöd", Role.SPSM_ADVISER, special);
    }

    private long provider(String name, String key, String kind) {
        return theCase.running
                .cast
                .behind()
                .sql("""
                        insert into organisation.organisation (kind, key, name, provider_kind, source)
                        values ('PROVIDER', ?, ?, ?, 'test') returning id
                        """)
                .params(key, name + " " + key, kind)
                .query(Long.class)
                .single();
    }

    /** The fields of a form for an entry that is whole, with others in their place or beside them: names and values in turn. */
    public static String[] entry(String ref, String... others) {
        List<String> fields = new java.util.ArrayList<>(List.of(
                "version",
                "0",
                "ref",
                ref,
                "entry-title",
                "Läsning i alla ämnen",
                "shape",
                "PACKAGE",
                "work",
                "COURSE",
                "terms",
                "2",
                "base",
                "RESEARCH",
                "levels",
                "TEACHING",
                "themes",
                "LANGUAGE",
                "languages",
                "SWEDISH",
                "offered",
                "true"));
        for (int i = 0; i < others.length; i += 2) {
            int at = fields.indexOf(others[i]);
            if (at < 0) {
                fields.add(others[i]);
                fields.add(others[i + 1]);
            } else {
                fields.set(at + 1, others[i + 1]);
            }
        }
        return fields.toArray(String[]::new);
    }

    public long offer(long person, String provider, String ref, String... others) {
        MockHttpServletResponse answer =
                theCase.sends(person, "/catalogue/providers/" + provider + "/new", entry(ref, others));
        String address = answer.getRedirectedUrl();
        if (address == null) {
            throw new AssertionError(answer.getStatus() + " " + text(answer));
        }
        return Long.parseLong(address.substring("/catalogue/".length()));
    }

    public long lesson(long person, String title, String cause, Readers readers, Theme theme) {
        return theCase.as(person, () -> {
            Lessons lessons = theCase.bean(Lessons.class);
            Teller teller = lessons.tellers().getFirst();
            return lessons.tell(
                    teller,
                    new LessonDraft(
                            title, Set.of(theme), cause, "Vi prövade", "", "", readers, readers == Readers.EVERYBODY),
                    FreeText.NONE);
        });
    }

    public <T> T as(long person, Supplier<T> deed) {
        return theCase.as(person, deed);
    }

    public static String text(MockHttpServletResponse answer) {
        try {
            return answer.getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    /** Sends a file, as a browser does. */
    public MockHttpServletResponse sendsFile(long person, String path, String content) {
        SecurityContextHolder.getContext()
                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                        theCase.bean(ActingAs.class).actor(person).orElseThrow(), "", AuthorityUtils.NO_AUTHORITIES));
        try {
            MockHttpServletResponse answer = MockMvcBuilders.webAppContextSetup(application)
                    .build()
                    .perform(MockMvcRequestBuilders.multipart(path)
                            .file(new MockMultipartFile(
                                    "file", "utbud.csv", "text/csv", content.getBytes(StandardCharsets.UTF_8)))
                            .param("once", UUID.randomUUID().toString()))
                    .andReturn()
                    .getResponse();
            answer.setCharacterEncoding("UTF-8");
            return answer;
        } catch (Exception e) {
            throw new AssertionError(e);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }
}
