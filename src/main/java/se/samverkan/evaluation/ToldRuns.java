package se.samverkan.evaluation;

import java.util.List;
import java.util.Optional;
import se.samverkan.shared.page.Words;

/** The door to evaluations as they are told: runs that are done, each with its sentences, pictures and tables in one language. */
public interface ToldRuns {

    /** The runs that are done and that the actor may read, the newest first. */
    List<ToldRun> done();

    /** What came of one of them in the words of a language; empty where the actor may not read it or it is not done. */
    Optional<List<Outcome>> told(long run, Words words);

    /**
     * A run that is done.
     *
     * @param owner the id of the agency that it is of
     * @param round what the round is called
     * @param planned whether it is what the plan says; else it is exploratory
     */
    record ToldRun(long id, long owner, String round, boolean planned) {}

    /**
     * What came of one outcome.
     *
     * @param name of the indicator
     * @param finding the sentence; or why there is no effect
     * @param told whether there is an effect
     * @param basis whom it stands on
     * @param more what else it says
     * @param cautions what a reader must know
     */
    record Outcome(
            String name,
            String finding,
            boolean told,
            String basis,
            List<Picture> pictures,
            List<Line> lines,
            List<String> more,
            List<String> cautions) {}

    /** A drawing as SVG, and what stands under it. */
    record Picture(String drawing, String caption) {}

    /** A row of a table: empty cells where nothing is known. */
    record Line(String what, String estimate, String interval) {}
}
