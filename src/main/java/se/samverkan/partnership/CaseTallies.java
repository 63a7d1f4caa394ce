package se.samverkan.partnership;

import java.util.List;

/** The door to sums over many cases, for those who may read them and no case. They are not to be shown as they are: see disclosure. */
public interface CaseTallies {

    /** The programmes whose sums the actor may read, as variant of an agency or office or of an organiser, most cases first. */
    List<Programme> programmes();

    /** The sums of one of them; none where the actor may not read it. */
    List<Tally> of(long organisation, String variant);

    /**
     * A variant at an organisation, which owns its cases or is the organiser in them.
     *
     * @param newest the newest version of the variant among them
     */
    record Programme(long organisation, String name, String variant, int newest, int cases) {}

    /**
     * A sum.
     *
     * @param topic what is counted
     * @param row a key of the topic's rows, {@code *} for all
     * @param column a key of the topic's columns, {@code *} for all
     * @param contributors how many units or organisers it is made of
     */
    record Tally(String topic, String row, String column, double value, int contributors) {}
}
