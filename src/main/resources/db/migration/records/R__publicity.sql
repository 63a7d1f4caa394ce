-- Whether a share makes a public document, by the sort of sender and of recipient. Help on the page, never a promise; the
-- reason is a key of the message files under publicity.reason.
delete from records.publicity;
insert into records.publicity (sender, recipient, outcome, reason) values
    ('AUTHORITY', 'AUTHORITY', 'PUBLIC_RECORD', 'TWO_AUTHORITIES'),
    ('AUTHORITY', 'INDEPENDENT', 'PUBLIC_AT_SENDER', 'INDEPENDENT_RECIPIENT'),
    ('INDEPENDENT', 'AUTHORITY', 'PUBLIC_AT_RECIPIENT', 'INDEPENDENT_SENDER'),
    ('INDEPENDENT', 'INDEPENDENT', 'NOT_PUBLIC', 'TWO_INDEPENDENT');
