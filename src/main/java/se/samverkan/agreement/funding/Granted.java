package se.samverkan.agreement.funding;

import se.samverkan.shared.Money;

/** What a funding decision granted, and its case number. */
record Granted(String caseNumber, Money amount) {}
