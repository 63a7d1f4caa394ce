package se.samverkan.shared.page;

/** What people write where a link is asked for. */
public final class WebLink {

    /** The most letters that a link has. */
    public static final int LONGEST = 500;

    private WebLink() {}

    /** Nothing, or an address of the web; never one that would run something. */
    public static boolean isLink(String link) {
        return link.isEmpty() || (link.length() <= LONGEST && link.matches("https?://[^\\s<>\"]+"));
    }
}
