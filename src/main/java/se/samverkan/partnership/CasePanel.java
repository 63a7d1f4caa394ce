package se.samverkan.partnership;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import se.samverkan.shared.page.Page;

/**
 * Something that another part or room shows of a case, such as its meetings: a short list with its own page behind it.
 * Beans are shown in their order ({@code @Order}).
 */
public interface CasePanel {

    /** Whether it tells of the people around the case, and so stands beside the work and not among it. */
    default boolean isBeside() {
        return false;
    }

    /** What it shows of a partnership that the actor knows of; empty where it has nothing to say to this actor. */
    Optional<Panel> of(PartnershipView partnership);

    /**
     * A panel.
     *
     * @param title the key of its heading
     * @param empty the key of what stands there while there are no lines
     * @param more the key of the words of its link
     * @param path where the link leads
     */
    record Panel(String title, List<Line> lines, String empty, String more, String path) {}

    /**
     * A line.
     *
     * @param label the key of what it tells, such as a role
     * @param text what it says to the reader of the page
     * @param note more about it, such as the unit; may be empty
     */
    record Line(String label, Function<Page, String> text, String note) {}
}
