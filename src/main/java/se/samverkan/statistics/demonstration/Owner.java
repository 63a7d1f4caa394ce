package se.samverkan.statistics.demonstration;

import se.samverkan.organisation.OrganiserFacts;

/**
 * An invented organiser.
 *
 * @param number ten digits that no real organisation has: the check digit is wrong
 * @param type MUNICIPAL, INDEPENDENT, REGION or STATE
 * @param municipality the code of its municipality, or empty
 */
record Owner(String number, String name, String type, String municipality, boolean soleTrader) {

    OrganiserFacts facts() {
        return new OrganiserFacts(
                number, name, type, municipality.isEmpty() ? null : municipality, soleTrader, "DEMONSTRATION");
    }
}
