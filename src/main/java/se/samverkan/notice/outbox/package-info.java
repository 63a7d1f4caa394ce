/**
 * What is to be told and has been: the rows that are written with the deed, and the mails that come of them after it. It
 * stands on the room's own interfaces.
 */
@NullMarked
package se.samverkan.notice.outbox;

import org.jspecify.annotations.NullMarked;
