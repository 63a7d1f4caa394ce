/**
 * Files that people send in and take away: what they may be, scanned and without the place where a picture was taken, kept
 * in the database in parts. The right to a file is the right to the record that it is attached to. Why so: the ADR on files.
 */
@NamedInterface("file")
@NullMarked
package se.samverkan.records.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
