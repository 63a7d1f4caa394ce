package se.samverkan.intervention.network;

import java.util.Optional;

/**
 * Somebody who is asked to a network meeting.
 *
 * @param teller for which unit or organisation
 */
record Invitee(long person, String name, String teller, Optional<NetworkMeeting.Answer> answer) {

    boolean comes() {
        return answer.filter(NetworkMeeting.Answer.YES::equals).isPresent();
    }
}
