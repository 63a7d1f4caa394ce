-- A run can set its outcomes against the dose that units received, and a round in which a threshold decided is evaluated by the jump at it.
alter table evaluation.run
    add column dose boolean not null default false,
    drop constraint run_design_check,
    add constraint run_design_check check (design in ('PAIRS', 'MATCHED', 'CANDIDATES', 'COHORT', 'PROGRAMME', 'THRESHOLD'));
