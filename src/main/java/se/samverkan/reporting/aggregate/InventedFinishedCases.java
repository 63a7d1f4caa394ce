package se.samverkan.reporting.aggregate;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import se.samverkan.access.Role;
import se.samverkan.shared.database.InventedRows;
import se.samverkan.statistics.InventedStory;

/**
 * Some partnerships of the demonstration have come all the way: those of the first lot, so that its dose can be told, and fourteen more of
 * one county, so that there are sums that can be shown. Told after the rooms' own stories and the first lot, so that none of them takes one of these for its own, and before the reports and the open data that are made of sums.
 */
@Component
@Order(95)
class InventedFinishedCases implements InventedStory {

    private final InventedRows rows;

    InventedFinishedCases(InventedRows rows) {
        this.rows = rows;
    }

    @Override
    public String step() {
        return "reporting-finished-cases";
    }

    @Override
    public Role teller() {
        return Role.PROGRAMME_OFFICER;
    }

    @Override
    public void tell() {
        rows.put("reporting/invented-finished-cases.sql");
    }
}
