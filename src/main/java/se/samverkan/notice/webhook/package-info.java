/**
 * Organisations' own systems that are told of events by signed requests, each with ids only. It stands on the room's own
 * interfaces.
 */
@NullMarked
package se.samverkan.notice.webhook;

import org.jspecify.annotations.NullMarked;
