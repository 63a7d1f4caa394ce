package se.samverkan.access.session;

import java.util.Map;
import java.util.Map.Entry;

/** What is kept of a browser's long name: enough for its owner to recognise it, too little to follow anybody by. */
final class Agent {

    private static final Map<String, String> BROWSERS =
            Map.of("Firefox/", "Firefox", "Edg/", "Edge", "OPR/", "Opera", "Chrome/", "Chrome", "CriOS/", "Chrome");
    private static final Map<String, String> SYSTEMS =
            Map.of("Android", "Android", "iPhone", "iPhone", "iPad", "iPad", "Windows", "Windows", "Mac OS", "Mac");

    private Agent() {}

    /** The family of browser and system, for example {@code Firefox, Windows}; empty when neither is known. */
    static String family(String userAgent) {
        String browser = first(BROWSERS, userAgent, userAgent.contains("Safari/") ? "Safari" : "");
        String system = first(SYSTEMS, userAgent, userAgent.contains("Linux") ? "Linux" : "");
        return browser.isEmpty() || system.isEmpty() ? browser + system : browser + ", " + system;
    }

    /** Edge and Opera call themselves Chrome as well, and an iPhone says that it is like a Mac. */
    private static String first(Map<String, String> marks, String text, String otherwise) {
        return marks.entrySet().stream()
                .filter(mark -> text.contains(mark.getKey()))
                .filter(mark -> !mark.getValue().equals("Chrome") || (!text.contains("Edg/") && !text.contains("OPR/")))
                .filter(mark -> !mark.getValue().equals("Mac") || !text.contains("like Mac OS"))
                .map(Entry::getValue)
                .findFirst()
                .orElse(otherwise);
    }
}
