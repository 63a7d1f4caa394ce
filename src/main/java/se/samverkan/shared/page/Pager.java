package se.samverkan.shared.page;

/**
 * Where in a long list a page is.
 *
 * @param page from 1, as people count
 * @param size how many there are on a page
 */
public record Pager(int page, int size) {

    public static final Pager ONE_PAGE = new Pager(1, Integer.MAX_VALUE);

    public long first() {
        return (long) (page - 1) * size + 1;
    }

    public long last(long total) {
        return Math.min((long) page * size, total);
    }

    public boolean hasPrevious() {
        return page > 1;
    }

    public boolean hasNext(long total) {
        return (long) page * size < total;
    }
}
