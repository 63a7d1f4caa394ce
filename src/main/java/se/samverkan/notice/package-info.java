/**
 * What waits for somebody, and how they are told: to-do lists, mail with its outbox and daily digest, calendar feeds, and
 * webhooks to an organisation's own systems. Rooms above tell it what happened, and implement its interfaces to say what
 * waits in them and how it is put to the one who is told; it knows none of them.
 */
@ApplicationModule(
        allowedDependencies = {
            "shared",
            "shared::database",
            "shared::page",
            "organisation",
            "access",
            "records",
            "records::document"
        })
@NullMarked
package se.samverkan.notice;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
