/** The page where a field is marked, and where its mark is lifted. */
@NullMarked
package se.samverkan.records.mark.page;

import org.jspecify.annotations.NullMarked;
