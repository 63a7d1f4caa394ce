/** Interim and final reports: drafted from the checkpoints, adopted, handed in, receipted. It stands on all parts but {@code page}. */
@NullMarked
package se.samverkan.followup.report;

import org.jspecify.annotations.NullMarked;
