package se.samverkan.organisation;

/** An area as a place where somebody can hold a role; its units and its version are told by {@link Particulars}. */
public record AreaPlace(long id, String name, OrganiserView organiser) {}
