package se.samverkan.organisation;

/**
 * Where in a long list a page is.
 *
 * @param page from 1, as people count
 * @param size how many there are on a page
 */
record Pager(int page, int size) {

    static final Pager ONE_PAGE = new Pager(1, Integer.MAX_VALUE);

    long first() {
        return (long) (page - 1) * size + 1;
    }

    long last(long total) {
        return Math.min((long) page * size, total);
    }

    boolean hasPrevious() {
        return page > 1;
    }

    boolean hasNext(long total) {
        return (long) page * size < total;
    }
}
