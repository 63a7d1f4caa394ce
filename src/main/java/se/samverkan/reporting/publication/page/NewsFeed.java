package se.samverkan.reporting.publication.page;

import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.rss.Description;
import com.rometools.rome.feed.rss.Guid;
import com.rometools.rome.feed.rss.Item;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedOutput;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;

/**
 * News as RSS 2.0 (RSS Advisory Board), in Swedish as they are written. The address of a piece of news is also what it is known
 * by, so a reader that has seen it does not show it as new again.
 */
final class NewsFeed {

    private static final Pattern NOT_IN_XML =
            Pattern.compile("[^\\t\\n\\r\\u0020-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private final String site;

    /** @param site the address of this installation, without a slash at the end */
    NewsFeed(String site) {
        this.site = site;
    }

    /**
     * A feed.
     *
     * @param path the page that shows the same
     */
    byte[] of(String title, String text, String path, List<NewsItem> news) {
        Channel channel = new Channel("rss_2.0");
        channel.setTitle(title);
        channel.setLink(site + path);
        channel.setDescription(text);
        channel.setLanguage("sv");
        channel.setItems(news.stream().map(this::item).toList());
        try {
            return new WireFeedOutput().outputString(channel).getBytes(StandardCharsets.UTF_8);
        } catch (FeedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Item item(NewsItem news) {
        Item item = new Item();
        item.setTitle(plain(news.sender() + ": " + news.title()));
        item.setLink(site + news.address());
        Guid guid = new Guid();
        guid.setPermaLink(true);
        guid.setValue(site + news.address());
        item.setGuid(guid);
        item.setPubDate(Date.from(news.at()));
        Description description = new Description();
        description.setType("text/plain");
        description.setValue(plain(news.beginning()));
        item.setDescription(description);
        return item;
    }

    private static String plain(String text) {
        return NOT_IN_XML.matcher(text).replaceAll("\uFFFD");
    }
}
