/**
 * Documents (handlingar) and their life: drafted, opened for comment, adopted, shared. Whose they are and what they are about
 * is data of the rooms that draw them up; that a share stands for ever, and who reads what, is held here and in the database.
 * Law: tryckfrihetsförordningen chapter 2, offentlighets- och sekretesslagen (2009:400) chapters 4 and 5.
 */
@NamedInterface("document")
@NullMarked
package se.samverkan.records.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
