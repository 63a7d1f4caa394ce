package se.samverkan.reporting.aggregate;

import java.util.List;
import se.samverkan.partnership.CaseTallies.Programme;
import se.samverkan.reporting.aggregate.ReadTogether.Standing;

/** Where tables can be read already; implemented by whoever shows them, so that nothing is shown that gives them away. */
public interface StandingSource {

    /** The tables of a programme that stand there, all versions: whoever likes reads them beside each other. */
    List<Standing> standing(Programme programme);

    /** Those of the programmes that it is a part of or has as parts. */
    default List<Related> related(Programme programme) {
        return List.of();
    }
}
