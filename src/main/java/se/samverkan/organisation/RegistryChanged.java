package se.samverkan.organisation;

/**
 * Something that everybody may read of organisers, units or municipalities is another than before: a name, a closing, whose
 * it is, where it lies. Told inside the transaction of the change, so whoever keeps pages made of it counts up before the
 * commit and forgets after it.
 */
public record RegistryChanged() {}
