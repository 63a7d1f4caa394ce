package se.samverkan.shared.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;

/**
 * Our own icons, drawn on a grid of 24 with one round stroke, so that they look like one family. They decorate words and
 * never stand alone without a name for those who do not see them.
 */
public final class Icons {

    private static final Properties DRAWINGS = read();

    private Icons() {}

    /** The names of all icons. */
    public static Set<String> names() {
        return DRAWINGS.stringPropertyNames();
    }

    /**
     * The drawing of an icon, as the inside of an svg element.
     *
     * @throws IllegalArgumentException when there is no icon of this name
     */
    public static String drawing(String name) {
        String drawing = DRAWINGS.getProperty(name);
        if (drawing == null) {
            throw new IllegalArgumentException("no icon is called " + name);
        }
        return drawing;
    }

    private static Properties read() {
        Properties drawings = new Properties();
        try (InputStream file = Objects.requireNonNull(Icons.class.getResourceAsStream("icons.properties"))) {
            drawings.load(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return drawings;
    }
}
