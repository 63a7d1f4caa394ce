-- A provider reports what it has done; the client closes, or asks for more. The numbers are kept as they stood then.
alter table intervention.commission drop constraint commission_standing_check, add constraint commission_standing_check check (
    standing in ('GIVEN', 'COUNTERED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN', 'REPORTED', 'CLOSED'));
alter table intervention.commission_word
    drop constraint commission_word_deed_check, add constraint commission_word_deed_check check (deed in
        ('GIVE', 'ACCEPT', 'DECLINE', 'COUNTER', 'STEP_BACK', 'AGREE', 'INSIST', 'WITHDRAW', 'REPORT', 'ASK_MORE', 'CLOSE')),
    drop constraint commission_word_words_check, add constraint commission_word_words_check check (
        length(words) <= case deed when 'REPORT' then 20000 else 5000 end),
    drop constraint commission_word_check1, add constraint commission_word_reason_check check (
        deed in ('GIVE', 'ACCEPT', 'AGREE', 'CLOSE') or length(trim(words)) > 0);

create table intervention.commission_report (
    id bigint generated always as identity primary key,
    commission bigint not null references intervention.commission,
    planned int not null,
    held int not null,
    cancelled int not null,
    minutes int not null,
    made_by bigint not null default access.person(),
    made_at timestamptz not null default now()
);
create index commission_report_by_commission on intervention.commission_report (commission);
alter table intervention.commission_report enable row level security;
create policy seen on intervention.commission_report for select using (
    commission = any ((select intervention.asked())::bigint[]) or commission = any ((select intervention.known())::bigint[]));
create policy reported on intervention.commission_report for insert with check (
    made_by = access.person() and commission = any ((select intervention.asked())::bigint[]));
grant select, insert on intervention.commission_report to samverkan_app;
