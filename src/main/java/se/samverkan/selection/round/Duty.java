package se.samverkan.selection.round;

import se.samverkan.access.Verb;

/** What somebody does in a round; each duty goes with a right that the person must also hold. */
public enum Duty {
    PREPARER(Verb.PREPARE_SELECTION),
    ASSESSOR(Verb.ASSESS_SELECTION),
    DECIDER(Verb.DECIDE_SELECTION),
    REVEALER(Verb.REVEAL_SELECTION);

    private final Verb verb;

    Duty(Verb verb) {
        this.verb = verb;
    }

    Verb verb() {
        return verb;
    }
}
