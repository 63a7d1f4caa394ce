package se.samverkan.meeting.plan;

/** The same gathering in another case: the name of its organiser, and the path of its own meeting. */
public record HeldAsOne(String organiser, String address) {}
