/**
 * The pages of the variants: a presentation that everybody who is signed in may read, and for their keepers a form per part
 * that follows the shape of the file.
 */
@NullMarked
package se.samverkan.programme.page;

import org.jspecify.annotations.NullMarked;
