-- A webhook is changed by those who manage it, one at a time; and its secret is renewed with an overlap, in which what is sent
-- is signed by the former one too, so that the system behind it can change when it suits it.
alter table notice.webhook
    add version int not null default 0,
    add former_secret bytea check (length(former_secret) = 32),
    add former_until timestamptz,
    add check ((former_secret is null) = (former_until is null));
grant select (version, former_until), update (name, url, kinds, version) on notice.webhook to samverkan_app;
-- It gives the former secret back as well from now on.
drop function if exists notice.claim_deliveries(timestamptz, timestamptz, int);
