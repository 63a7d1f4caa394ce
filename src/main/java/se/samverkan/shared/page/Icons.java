package se.samverkan.shared.page;

import java.util.Map;
import java.util.Set;

/**
 * Our own icons, drawn on a grid of 24 with one round stroke, so that they look like one family. They decorate words and
 * never stand alone without a name for those who do not see them.
 */
public final class Icons {

    private static final Map<String, String> DRAWINGS = Map.ofEntries(
            Map.entry("home", "<path d='M4 11.5 12 5l8 6.5V19a1 1 0 0 1-1 1h-4.5v-5.5h-5V20H5a1 1 0 0 1-1-1z'/>"),
            Map.entry(
                    "school",
                    "<path d='M2.5 9.5 12 5l9.5 4.5L12 14z'/><path d='M6.5 11.8V16c0 1.4 2.6 2.8 5.5 2.8s5.5-1.4 5.5-2.8v-4.2M21.5 9.5V15'/>"),
            Map.entry(
                    "organiser",
                    "<path d='M5 20V5.5A1.5 1.5 0 0 1 6.5 4h7A1.5 1.5 0 0 1 15 5.5V20M15 10h2.500A1.5 1.5 0 0 1 19 11.500V20M3.5 20h17M8.5 8h3M8.5 12h3M8.5 16h3'/>"),
            Map.entry(
                    "municipality",
                    "<path d='M12 21c4.5-4.6 6.7-8 6.7-10.700A6.7 6.7 0 0 0 5.3 10.300C5.3 13 7.5 16.4 12 21z'/><circle cx='12' cy='10.2' r='2.4'/>"),
            Map.entry("chart", "<path d='M4 4v15a1 1 0 0 0 1 1h15M8 15.500l3.5-4 3 2.500L19.5 8'/>"),
            Map.entry(
                    "table",
                    "<rect x='3.5' y='5' width='17' height='14' rx='1.5'/><path d='M3.5 10h17M3.5 14.500h17M9.5 10v9'/>"),
            Map.entry(
                    "import",
                    "<path d='M12 4v10.500M8 10.800l4 4 4-4M4.5 16.500V19a1 1 0 0 0 1 1h13a1 1 0 0 0 1-1v-2.5'/>"),
            Map.entry("download", "<path d='M12 4v10.500M8 10.800l4 4 4-4M5 20h14'/>"),
            Map.entry(
                    "upload",
                    "<path d='M12 15.500V5M8 8.700l4-4 4 4M4.5 16.500V19a1 1 0 0 0 1 1h13a1 1 0 0 0 1-1v-2.5'/>"),
            Map.entry(
                    "people",
                    "<circle cx='9' cy='8.5' r='3.3'/><path d='M3 19.500c0-3.3 2.7-5.5 6-5.500s6 2.2 6 5.500M15.5 5.500a3.2 3.2 0 0 1 0 6M17.5 14.300c2.1.7 3.5 2.6 3.5 5.2'/>"),
            Map.entry("person", "<circle cx='12' cy='8.5' r='3.7'/><path d='M5 20c0-3.6 3.1-6 7-6s7 2.4 7 6'/>"),
            Map.entry(
                    "key",
                    "<circle cx='8' cy='15.5' r='4'/><path d='M11 12.7 19.5 4.500M16 8l2.5 2.500M13.3 10.500l1.7 1.7'/>"),
            Map.entry(
                    "passkey",
                    "<circle cx='9.5' cy='8' r='3.5'/><path d='M3.5 19.500c0-3.4 2.7-5.5 6-5.5 1 0 1.9.200 2.7.500'/><circle cx='17' cy='13' r='2.5'/><path d='M17 15.500V21M17 18.500h2'/>"),
            Map.entry(
                    "log",
                    "<path d='M6 3.500h8.500L19 8v11.500a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1z'/><path d='M14 3.500V8.500h5M8.5 12.500h7M8.5 16h5'/>"),
            Map.entry(
                    "file",
                    "<path d='M6 3.500h8.500L19 8v11.500a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1v-15a1 1 0 0 1 1-1z'/><path d='M14 3.500V8.500h5'/>"),
            Map.entry("history", "<path d='M4 12a8 8 0 1 0 2.6-5.900L4 8.500M4 4.500v4h4M12 8v4.300l2.8 1.7'/>"),
            Map.entry("clock", "<circle cx='12' cy='12' r='8'/><path d='M12 7.500V12l3 2'/>"),
            Map.entry(
                    "calendar",
                    "<rect x='4' y='5.5' width='16' height='14.5' rx='1.5'/><path d='M4 10h16M8.5 3.500v4M15.5 3.500v4'/>"),
            Map.entry("search", "<circle cx='10.8' cy='10.8' r='6.3'/><path d='m15.5 15.5 5 5'/>"),
            Map.entry("menu", "<path d='M4 7h16M4 12h16M4 17h16'/>"),
            Map.entry(
                    "more",
                    "<circle cx='5.5' cy='12' r='1'/><circle cx='12' cy='12' r='1'/><circle cx='18.5' cy='12' r='1'/>"),
            Map.entry("mode", "<circle cx='12' cy='12' r='8'/><path d='M12 4a8 8 0 0 1 0 16z' fill='currentColor'/>"),
            Map.entry(
                    "language",
                    "<circle cx='12' cy='12' r='8.5'/><path d='M3.5 12h17M12 3.500c2.6 2.5 3.8 5.4 3.8 8.500s-1.2 6-3.8 8.500c-2.6-2.5-3.8-5.4-3.8-8.500s1.2-6 3.8-8.500z'/>"),
            Map.entry(
                    "sign-in",
                    "<path d='M14 4.500h4a1 1 0 0 1 1 1v13a1 1 0 0 1-1 1h-4M4 12h10.500M11 8.500l3.5 3.5-3.5 3.5'/>"),
            Map.entry(
                    "sign-out",
                    "<path d='M10 4.500H6a1 1 0 0 0-1 1v13a1 1 0 0 0 1 1h4M9.5 12H20M16.5 8.5 20 12l-3.5 3.5'/>"),
            Map.entry("chevron-right", "<path d='m9.5 6 6 6-6 6'/>"),
            Map.entry("chevron-left", "<path d='m14.5 6-6 6 6 6'/>"),
            Map.entry("chevron-down", "<path d='m6 9.5 6 6 6-6'/>"),
            Map.entry("arrow-right", "<path d='M4.5 12h15M13.5 6l6 6-6 6'/>"),
            Map.entry("arrow-left", "<path d='M19.5 12h-15M10.5 6l-6 6 6 6'/>"),
            Map.entry("arrow-up", "<path d='M12 19.500v-15M6 10.500l6-6 6 6'/>"),
            Map.entry("arrow-down", "<path d='M12 4.500v15M6 13.500l6 6 6-6'/>"),
            Map.entry("info", "<circle cx='12' cy='12' r='8.5'/><path d='M12 11v5.500M12 7.600v.1'/>"),
            Map.entry(
                    "question",
                    "<circle cx='12' cy='12' r='8.5'/><path d='M9.5 9.700c.2-1.5 1.2-2.4 2.6-2.400s2.5.9 2.5 2.200c0 2-2.5 2-2.5 4M12.1 16.600v.1'/>"),
            Map.entry("success", "<circle cx='12' cy='12' r='8.5'/><path d='m8 12.3 2.8 2.800L16 9.5'/>"),
            Map.entry(
                    "warning",
                    "<path d='M10.7 4.8 3 18a1.5 1.5 0 0 0 1.3 2.300h15.400A1.5 1.5 0 0 0 21 18L13.3 4.800a1.5 1.5 0 0 0-2.6 0z'/><path d='M12 9.500v4.500M12 16.900v.1'/>"),
            Map.entry(
                    "error",
                    "<path d='M8.3 3.500h7.400l4.8 4.800v7.400l-4.8 4.800H8.300l-4.8-4.800V8.300z'/><path d='M12 8v5M12 16v.1'/>"),
            Map.entry("check", "<path d='m5 12.5 4.7 4.700L19.5 7'/>"),
            Map.entry("close", "<path d='M6 6l12 12M18 6 6 18'/>"),
            Map.entry("plus", "<path d='M12 5v14M5 12h14'/>"),
            Map.entry("minus", "<path d='M5 12h14'/>"),
            Map.entry(
                    "edit",
                    "<path d='M4.5 19.500l.9-4L15.8 5.100a1.5 1.5 0 0 1 2.1 0l1 1a1.5 1.5 0 0 1 0 2.100L8.5 18.600z'/><path d='m13.8 7.1 3.1 3.1'/>"),
            Map.entry(
                    "trash",
                    "<path d='M4.5 7h15M9.5 7V4.500h5V7M6.5 7l.8 12a1 1 0 0 0 1 1h7.400a1 1 0 0 0 1-1l.8-12M10.5 11v5M13.5 11v5'/>"),
            Map.entry(
                    "print",
                    "<path d='M7 9V4h10v5M7 17H5a1 1 0 0 1-1-1v-6a1 1 0 0 1 1-1h14a1 1 0 0 1 1 1v6a1 1 0 0 1-1 1h-2'/><path d='M7 14h10v6H7z'/>"),
            Map.entry(
                    "copy",
                    "<rect x='8.5' y='8.5' width='11.5' height='11.5' rx='1.5'/><path d='M15.5 8.500V5A1 1 0 0 0 14.5 4H5a1 1 0 0 0-1 1v9.500a1 1 0 0 0 1 1h3.5'/>"),
            Map.entry(
                    "share",
                    "<circle cx='6.5' cy='12' r='2.5'/><circle cx='17' cy='6' r='2.5'/><circle cx='17' cy='18' r='2.5'/><path d='m8.7 10.8 6.1-3.600M8.7 13.200l6.1 3.6'/>"),
            Map.entry(
                    "external",
                    "<path d='M13.5 4.500h6v6M19 5l-8.5 8.500M17 14v4.500a1 1 0 0 1-1 1H5.500a1 1 0 0 1-1-1V8a1 1 0 0 1 1-1H10'/>"),
            Map.entry(
                    "link",
                    "<path d='M10 14a4 4 0 0 0 5.7 0l3-3A4 4 0 0 0 13 5.300l-1 1M14 10a4 4 0 0 0-5.7 0l-3 3a4 4 0 0 0 5.7 5.700l1-1'/>"),
            Map.entry("filter", "<path d='M4 6h16l-6.3 7.200V19l-3.4-1.800v-4z'/>"),
            Map.entry("refresh", "<path d='M19.5 12a7.5 7.5 0 1 1-2.3-5.400L19.5 9M19.5 4.500V9H15'/>"),
            Map.entry(
                    "lock",
                    "<rect x='5' y='10.5' width='14' height='9.5' rx='1.5'/><path d='M8 10.500V8a4 4 0 0 1 8 0v2.5'/>"),
            Map.entry("mail", "<rect x='3.5' y='5.5' width='17' height='13' rx='1.5'/><path d='m4 7 8 6 8-6'/>"),
            Map.entry(
                    "book",
                    "<path d='M12 6.500C10.2 5.2 7.6 4.5 4 4.500v13.500c3.6 0 6.2.7 8 2 1.8-1.3 4.4-2 8-2V4.500c-3.6 0-6.2.7-8 2zM12 6.500V20'/>"),
            Map.entry(
                    "settings",
                    "<path d='M4 7h9M17 7h3M4 12h3M11 12h9M4 17h7M15 17h5'/><circle cx='15' cy='7' r='2'/><circle cx='9' cy='12' r='2'/><circle cx='13' cy='17' r='2'/>"),
            Map.entry("dot", "<circle cx='12' cy='12' r='2'/>"));

    private Icons() {}

    /** The names of all icons. */
    public static Set<String> names() {
        return DRAWINGS.keySet();
    }

    /**
     * The drawing of an icon, as the inside of an svg element.
     *
     * @throws IllegalArgumentException when there is no icon of this name
     */
    public static String drawing(String name) {
        String drawing = DRAWINGS.get(name);
        if (drawing == null) {
            throw new IllegalArgumentException("no icon is called " + name);
        }
        return drawing;
    }
}
