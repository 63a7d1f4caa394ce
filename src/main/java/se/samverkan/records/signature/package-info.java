/**
 * Signatures: which document, who must sign it by what mandate, what they signed, and the organisation's own seal. A
 * seal is not a person's signature. Other rooms ask here by values and are told when everybody has signed. Why so:
 * docs/adr on signatures.
 */
@NamedInterface("signature")
@NullMarked
package se.samverkan.records.signature;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
