package se.samverkan.browser;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the eight forms in which every page must hold.
 *
 * @param language sv or en
 * @param mode light or dark
 * @param width of the window, in pixels
 */
record Variant(String language, String mode, int width) {

    private static final int EVERY_OTHER_WAY = 7;

    static List<Variant> all() {
        List<Variant> all = new ArrayList<>();
        for (String language : List.of("sv", "en")) {
            for (String mode : List.of("light", "dark")) {
                all.add(new Variant(language, mode, 1280));
                all.add(new Variant(language, mode, 320));
            }
        }
        return List.copyOf(all);
    }

    /**
     * The forms in which the page of this number is tried: all with {@code -Dsamverkan.all=true}, else two that differ in
     * everything, so that the eight are shared out evenly over the pages.
     */
    static List<Variant> ofPage(int number) {
        List<Variant> all = all();
        if (Boolean.getBoolean("samverkan.all")) {
            return all;
        }
        int first = number % all.size();
        return List.of(all.get(first), all.get(EVERY_OTHER_WAY - first));
    }

    /** As a part of file names: {@code sv-light-320}. */
    @Override
    public String toString() {
        return language + "-" + mode + "-" + width;
    }
}
