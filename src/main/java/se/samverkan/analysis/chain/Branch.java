package se.samverkan.analysis.chain;

import java.util.List;

/**
 * A part of the tree with what stands under it.
 *
 * @param evidence the evidence for it
 * @param below the causes and areas under it
 * @param again whether it stands elsewhere in the same tree too, where what is under it is shown
 */
public record Branch(Part part, List<Part> evidence, List<Branch> below, boolean again) {

    /** How many parts there are in it, the evidence included. */
    public int size() {
        return 1 + evidence.size() + below.stream().mapToInt(Branch::size).sum();
    }
}
