package se.samverkan.access;

import java.util.List;

/**
 * A part of the site where nobody is asked who they are, not even those who are signed in: no session is read or touched
 * there, no cookie is set, and no request is counted by the clock. A room whose pages are anonymous for real declares one.
 *
 * @param prefix what such paths begin with, such as {@code /s/}
 */
public record NamelessPath(String prefix) {

    /** Whether a path lies under one of these. */
    public static boolean isUnder(List<NamelessPath> paths, String path) {
        return paths.stream().anyMatch(each -> path.startsWith(each.prefix()));
    }
}
