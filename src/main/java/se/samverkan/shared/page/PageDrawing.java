package se.samverkan.shared.page;

import java.util.Map;

/** Draws a page as bytes, for whoever keeps pages that are the same for everybody. */
public interface PageDrawing {

    /**
     * The page in UTF-8.
     *
     * @param name the path of its template without the ending
     * @param values what the template takes beside the page
     */
    byte[] draw(String name, Map<String, ?> values, Page page);
}
