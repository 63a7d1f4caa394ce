package se.samverkan.access.people;

import java.time.LocalDate;
import java.util.List;
import se.samverkan.shared.RecordLog;

/**
 * What a person's page shows.
 *
 * @param today the day rights are judged by
 * @param daysKnownByName for how long after leaving
 * @param log the person's part of the audit log, as far as the reader's organisations go
 */
record PersonPage(
        PersonView person,
        List<AssignmentView> assignments,
        LocalDate today,
        int daysKnownByName,
        List<RecordLog.Line> log) {}
