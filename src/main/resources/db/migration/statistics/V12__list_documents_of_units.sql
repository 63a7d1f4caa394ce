-- The documents that Skolverket's API lists of a unit (the School Inspectorate's reports and its survey), by their links. A
-- list is asked for when somebody wants it, and a newer one takes its place.
create table statistics.document_list (
    unit bigint primary key references organisation.unit,
    fetched_at timestamptz not null default now()
);
create table statistics.listed_document (
    unit bigint not null references statistics.document_list,
    position int not null,
    kind text not null,
    title text not null,
    url text not null,
    primary key (unit, position)
);
grant select, insert, update on statistics.document_list to samverkan_app;
grant select, insert, delete on statistics.listed_document to samverkan_app;
