package se.samverkan.agreement;

import java.util.Map;

/** The door to how long agreements took: from the day somebody began to draw one up until it was in force. */
public interface AgreementTimes {

    /** The days that it took, by the id of the partnership; of those in force whose agreement the actor reads. */
    Map<Long, Integer> days();
}
