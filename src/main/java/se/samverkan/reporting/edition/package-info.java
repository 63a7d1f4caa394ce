/** The yearly reports: figures pulled in, texts around them, handed in as a document that stands. It stands on {@code aggregate}. */
@NullMarked
package se.samverkan.reporting.edition;

import org.jspecify.annotations.NullMarked;
