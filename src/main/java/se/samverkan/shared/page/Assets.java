package se.samverkan.shared.page;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Style sheets, scripts, pictures and fonts, under one address that holds the fingerprint of them all: a browser may keep
 * what it has fetched for ever, and a new version is another address.
 *
 * <p>The files of {@code static/assets/css} are sent as one, in the order of their names, so that each can stay small and
 * a room can have one of its own; likewise the scripts.
 */
@Component
public class Assets {

    private static final String EVERYTHING = "classpath*:static/**/*.*";

    private final byte[] styles = together("classpath*:static/assets/css/*.css");
    private final byte[] scripts = together("classpath*:static/assets/js/*.js");
    private final String root = "/static/" + fingerprint() + "/";

    /** The path that everything lies under; ends with a slash. */
    public String root() {
        return root;
    }

    /** The address of a file by its path under {@code static}, or of {@code samverkan.css} and {@code samverkan.js}. */
    public String address(String name) {
        return root + name;
    }

    /** All style sheets, one after the other. */
    public byte[] styles() {
        return styles.clone();
    }

    /** All scripts, one after the other. */
    public byte[] scripts() {
        return scripts.clone();
    }

    private static byte[] together(String pattern) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Resource file : files(pattern)) {
            all.writeBytes(content(file));
        }
        return all.toByteArray();
    }

    private static String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Resource file : files(EVERYTHING)) {
                digest.update(String.valueOf(file.getFilename()).getBytes(StandardCharsets.UTF_8));
                digest.update(content(file));
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 6);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Resource> files(String pattern) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(pattern))
                    .sorted(Comparator.comparing(file -> String.valueOf(file.getFilename())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] content(Resource file) {
        try {
            return file.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
