/**
 * What is handed to the archive when a matter is closed: a package after Riksarkivet's FGS, which follows the European
 * E-ARK specifications (CSIP, SIP). Rooms say what they have of the matter; how it is packed, listed and proved is held
 * here. Why so: docs/adr on the archive package.
 */
@NamedInterface("archive")
@NullMarked
package se.samverkan.records.archive;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
