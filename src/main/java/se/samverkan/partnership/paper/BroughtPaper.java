package se.samverkan.partnership.paper;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A document that a case had before it came here.
 *
 * @param file the id of the file that was sent in
 * @param day the day that stands on it, where one does
 * @param sort what it is, such as a decision; may be empty
 * @param sender who sent it; empty where it is one's own
 */
record BroughtPaper(long file, String title, Optional<LocalDate> day, String sort, String sender) {}
