/** The pages of documents: lists, one document with its life, and a page for each deed that is rare. */
@NullMarked
package se.samverkan.records.document.page;

import org.jspecify.annotations.NullMarked;
