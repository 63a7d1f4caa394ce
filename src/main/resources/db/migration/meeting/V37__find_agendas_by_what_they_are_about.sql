-- When something was talked about is asked from its own page.
create index agenda_item_by_about on meeting.agenda_item (about_kind, about_id) where about_kind <> '';
