package se.samverkan.records.document;

import java.time.Instant;
import java.time.LocalDate;

/**
 * That a version was adopted (fastställd).
 *
 * @param decider who decided, a person or a board
 * @param reference what the right rests on, empty where the role is enough
 * @param recordedBy who wrote it down here
 */
public record AdoptionView(
        Mandate.Kind mandate, String decider, String reference, LocalDate day, String recordedBy, Instant recordedAt) {}
