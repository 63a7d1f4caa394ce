/** What waits in documents, and how their people are told when one is opened to them, shared with them or answered. */
@NullMarked
package se.samverkan.notice.document;

import org.jspecify.annotations.NullMarked;
