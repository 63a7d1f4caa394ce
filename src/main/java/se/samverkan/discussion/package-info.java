/**
 * What people say about records of other rooms: comments on a part of a text, seen by those who see the record. It knows no
 * room; a room says with {@link se.samverkan.discussion.Discussed} which of its records can be talked about.
 */
@ApplicationModule(
        allowedDependencies = {"shared", "shared::page", "organisation", "access", "records", "records::mark", "notice"
        })
@NullMarked
package se.samverkan.discussion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
