/** The variants in the database: versions, drafts and publications, and the files that come with the program. */
@NullMarked
package se.samverkan.programme.keeping;

import org.jspecify.annotations.NullMarked;
