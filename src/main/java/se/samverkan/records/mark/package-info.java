/**
 * Secrecy marks (sekretessmarkeringar) on single fields of records of any room: who reads the field in spite of the mark, by
 * which provision, why and until when. It knows no room; a room says with {@link se.samverkan.records.mark.Markable} which of
 * its records can be marked. Law: offentlighets- och sekretesslagen (2009:400) chapter 5, 5 §.
 */
@NamedInterface("mark")
@NullMarked
package se.samverkan.records.mark;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
