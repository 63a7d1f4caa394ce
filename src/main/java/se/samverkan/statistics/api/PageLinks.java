package se.samverkan.statistics.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The links from one page of a list to the others, as RFC 8288 writes them in a header.
 *
 * @param page this page, from 1
 * @param size how many there are on a page
 * @param total how many there are in all
 */
record PageLinks(int page, int size, long total) {

    /** First, previous, next and last, those that there are. */
    String header(UriComponentsBuilder here) {
        int last = (int) Math.max(1, (total + size - 1) / size);
        IntFunction<String> address = number -> here.cloneBuilder()
                .replaceQueryParam("page", number)
                .encode()
                .build()
                .toUriString();
        List<String> links = new ArrayList<>();
        links.add(link(address.apply(1), "first"));
        if (page > 1) {
            links.add(link(address.apply(Math.min(page - 1, last)), "prev"));
        }
        if (page < last) {
            links.add(link(address.apply(page + 1), "next"));
        }
        links.add(link(address.apply(last), "last"));
        return String.join(", ", links);
    }

    private static String link(String address, String relation) {
        return "<" + address + ">; rel=\"" + relation + "\"";
    }
}
