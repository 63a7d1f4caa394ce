-- The words of an entry's title as a Swede hears them, beside the row: the database ranks by them without unpacking the description.
alter table intervention.entry add column title_heard text[] not null
    generated always as (tsvector_to_array(ts_filter(heard, '{a}'))) stored;
