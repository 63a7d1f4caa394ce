package se.samverkan.meeting.plan;

import java.time.LocalDate;
import java.time.LocalTime;
import se.samverkan.programme.variant.MeetingSeries.PlannedMeeting;

/**
 * A meeting of the variant's series that is not planned yet, with the day and hour that are proposed for it.
 *
 * @param moved whether the day that the programme names is no school day, so that a later one is proposed
 */
record Proposal(PlannedMeeting meeting, LocalDate day, LocalTime time, boolean moved) {}
