package se.samverkan.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import se.samverkan.access.ActingAs;
import se.samverkan.access.Actor;
import se.samverkan.access.Role;
import se.samverkan.shared.page.Page;
import se.samverkan.testing.Cast;
import se.samverkan.testing.SamverkanTest;
import se.samverkan.testing.TestDatabases.TestDatabase;

/** Nobody has to choose between more than seven, and nothing that somebody may use is further away than one section. */
@SamverkanTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MenuTests {

    @Autowired
    Menu menu;

    @Autowired
    ActingAs acting;

    private Cast cast;

    @BeforeAll
    void people(@Autowired TestDatabase database) {
        cast = new Cast(database);
    }

    @ParameterizedTest
    @EnumSource(Role.class)
    void hasAtMostSevenEntriesForWhoeverHoldsARoleEverywhere(Role role) {
        List<Page.Entry> entries = menu(role, "/todo");
        assertThat(entries).hasSizeBetween(1, 7);
        List<String> paths = paths(entries);
        assertThat(paths).contains("/todo", "/schools").doesNotHaveDuplicates();
        for (String path : paths) {
            assertThat(current(menu(role, path)))
                    .as("the one entry that says that the reader is at " + path)
                    .containsExactly(path);
        }
    }

    private List<Page.Entry> menu(Role role, String path) {
        long person = cast.person("Mia Meny", null);
        cast.assign(person, role, null, null);
        Actor actor = acting.actor(person).orElseThrow();
        SecurityContextHolder.getContext()
                .setAuthentication(
                        UsernamePasswordAuthenticationToken.authenticated(actor, "", AuthorityUtils.NO_AUTHORITIES));
        try {
            return menu.of(actor, path);
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    /** Of each entry alone, and of each within it that leads elsewhere. */
    private static List<String> paths(List<Page.Entry> entries) {
        List<String> paths = new ArrayList<>();
        for (Page.Entry entry : entries) {
            paths.add(entry.path());
            entry.within().stream()
                    .map(Page.Entry::path)
                    .filter(path -> !path.equals(entry.path()))
                    .forEach(paths::add);
        }
        return paths;
    }

    private static List<String> current(List<Page.Entry> entries) {
        List<String> current = new ArrayList<>();
        for (Page.Entry entry : entries) {
            if (entry.current()) {
                current.add(entry.path());
            }
            current.addAll(current(entry.within()));
        }
        return current;
    }
}
