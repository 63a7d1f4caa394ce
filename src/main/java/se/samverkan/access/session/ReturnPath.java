package se.samverkan.access.session;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where somebody was going when they were asked to sign in: a place of ours and nowhere else. */
public final class ReturnPath {

    private static final String START = "/";

    private ReturnPath() {}

    /** The path if it is one of ours that can be returned to, the start page otherwise. */
    public static String safe(@Nullable String path) {
        if (path == null || !path.startsWith("/") || path.startsWith("//") || path.length() > 2000) {
            return START;
        }
        boolean strange = path.contains("\\") || path.chars().anyMatch(letter -> letter < ' ' || letter == 0x7f);
        boolean round = (path.toLowerCase(Locale.ROOT).startsWith("/sign-in") && !path.equals(HeldForms.PAGE))
                || path.startsWith("/sign-out")
                || path.startsWith("/welcome");
        return strange || round ? START : path;
    }

    /** The sign-in page, on the way to a path. */
    public static String signInFirst(@Nullable String path) {
        return "/sign-in?to=" + URLEncoder.encode(safe(path), StandardCharsets.UTF_8);
    }
}
