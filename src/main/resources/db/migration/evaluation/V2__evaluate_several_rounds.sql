-- A run can be of several rounds: those of a programme, or of a cohort, whose units began as their round was decided. The round that it
-- was asked from stays its own; all that it was made of are here, with what they were called then.
alter table evaluation.run
    add column rounds bigint[] not null default '{}',
    add column round_names text not null default '',
    drop constraint run_design_check,
    add constraint run_design_check check (design in ('PAIRS', 'MATCHED', 'CANDIDATES', 'COHORT', 'PROGRAMME'));
