package se.samverkan.partnership.closing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * That a case was closed.
 *
 * @param learned what can be learned from it
 * @param waivers the conditions that were not fulfilled and were waived
 */
record Closed(LocalDate day, String learned, String by, Instant at, List<Waiver> waivers) {

    /** A condition that was waived, and why. */
    record Waiver(String condition, String reason) {}
}
