package se.samverkan.analysis.chain;

/**
 * A part by its name, for those who talk about it elsewhere.
 *
 * @param number the number of an area; 0 for any other part
 */
public record NamedPart(long analysis, long id, int number, String title) {

    /** The path of its page. */
    public String address() {
        return "/analyses/" + analysis + "/parts/" + id;
    }
}
