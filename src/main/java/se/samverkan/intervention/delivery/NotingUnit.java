package se.samverkan.intervention.delivery;

/** A unit of a commission at which the actor notes who came. */
public record NotingUnit(long id, String name) {}
