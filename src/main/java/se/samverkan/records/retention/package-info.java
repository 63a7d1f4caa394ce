/**
 * How long things are kept and why, and disposal (gallring) by two people after a list of what will go. Rooms tell what of
 * theirs has come to rest, and dispose of it when asked. Why so: docs/adr on retention.
 */
@NamedInterface("retention")
@NullMarked
package se.samverkan.records.retention;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
