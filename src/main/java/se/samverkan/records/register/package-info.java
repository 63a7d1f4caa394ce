/**
 * The register (diariet) of each organisation: what came and went, under which case number, and whether a share made a
 * public document. Law: offentlighets- och sekretesslagen (2009:400), chapter 5.
 */
@NamedInterface("register")
@NullMarked
package se.samverkan.records.register;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
