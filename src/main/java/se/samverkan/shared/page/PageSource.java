package se.samverkan.shared.page;

import jakarta.servlet.http.HttpServletRequest;

/** Makes the page of a request. Declared here so that templates can be drawn; the edge, which knows everybody, does it. */
public interface PageSource {

    Page of(HttpServletRequest request);
}
