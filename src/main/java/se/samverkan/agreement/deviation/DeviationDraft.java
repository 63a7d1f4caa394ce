package se.samverkan.agreement.deviation;

import java.time.LocalDate;
import se.samverkan.agreement.deviation.DeviationView.Against;

/** A deviation that is to be told. */
public record DeviationDraft(Against against, LocalDate from, String what, String why, String measure) {}
