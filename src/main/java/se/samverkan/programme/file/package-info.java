/**
 * The readable file of a programme variant: its structure, read off the records of {@code variant}; reading with all that is
 * wrong and where; writing; inheritance and what differs. Knows no database and no page.
 */
@NullMarked
package se.samverkan.programme.file;

import org.jspecify.annotations.NullMarked;
