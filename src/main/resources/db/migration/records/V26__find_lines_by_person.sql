-- Everybody fetches what is held about them, so the lines of the log that somebody has written are found without reading it all.
create index audit_entry_by_person on records.audit_entry (person, at desc);
