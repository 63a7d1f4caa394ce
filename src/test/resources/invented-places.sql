-- What the pages of the catalogue are about in the tests' invented country: each place by its name. Other places may stand in
-- braces.

-- draft
select document from records.document_version where title = 'Utkast till erbjudande'

-- adopted
select document from records.document_version where title = 'Fastställt erbjudande'

-- shared
select document from records.document_version where title = 'Erbjudande om stöd'

-- organiser-id
select id from organisation.organisation where key = '2121000000'

-- registered
select share || '/' || organisation from records.registration order by share, organisation limit 1

-- head-teacher
select id from access.person where email = 'head.teacher@invented.example'

-- staff
select id from access.person where email = 'staff@invented.example'

-- unproposed
select a.round from selection.allotment a
where not exists (select from selection.proposal p where p.round = a.round)

-- offered
select unit from selection.allotted where round = 2 and part = 'OFFERED' order by position limit 1

-- draw
select checksum from selection.published_draws() where list is not null order by checksum limit 1

-- void-signing
select min(id) from records.signing_request where subject_id not like '%/%'

-- signed-signing
select max(id) from records.signing_request where subject_id not like '%/%'

-- disposal
select min(id) from records.disposal_proposal

-- declined
select max(id) from records.disposal_proposal

-- marked-note
select min(about) from records.field_mark where kind = 'inspectorate-note'

-- unmarked-note
select max(n.id) from selection.inspectorate_note n
where n.withdrawn_at is null and n.id not in (select about from records.field_mark)

-- passed
select 1

-- webhook
select min(id) from notice.webhook

-- offer-started
select min(o.id) from partnership.offer o join partnership.partnership p on p.id = o.partnership
where p.standing = 'RUNNING'

-- offer-waiting
select min(o.id) from partnership.offer o join partnership.partnership p on p.id = o.partnership
where p.standing = 'OFFERED' and o.round is not null

-- offer-ready
select min(o.id) from partnership.offer o join partnership.partnership p on p.id = o.partnership
where p.standing = 'ACCEPTED'

-- offer-draft
select min(o.id) from partnership.offer o join partnership.partnership p on p.id = o.partnership
where o.sent_at is null and o.left_at is null

-- offer-two
select min(o.id) from partnership.offer o join partnership.partnership p on p.id = o.partnership
where o.round is null and o.sent_at is not null

-- unit-yes
select u.key from partnership.participation n join organisation.unit u on u.id = n.unit
where n.standing = 'ACCEPTED' and n.partnership = (
    select id from partnership.partnership where standing = 'ACCEPTED' order by id limit 1)
order by n.id limit 1

-- case-running
select min(p.id) from partnership.partnership p
where p.standing = 'RUNNING' and exists (select from partnership.phase_begun b where b.partnership = p.id)

-- case-paused
select min(p.id) from partnership.partnership p
where p.standing = 'PAUSED' and exists (select from partnership.phase_begun b where b.partnership = p.id)

-- case-discontinued
select min(p.id) from partnership.partnership p
where p.standing = 'DISCONTINUED' and exists (select from partnership.phase_begun b where b.partnership = p.id)

-- case-unit
select min(unit) from partnership.participation where partnership = {case-running}

-- case-form
select partnership || '/units/' || unit || '/forms/' || form from partnership.form_answer order by partnership, unit limit 1

-- case-next
select whole -> 'phases' -> (select count(distinct phase)::int from partnership.phase_begun
    where partnership = p.id) ->> 'key'
from programme.version v join partnership.partnership p on p.variant = v.variant and p.variant_version = v.version
where p.id = {case-running}

-- staffed
select partnership from partnership.handover order by id limit 1

-- leaver
select min(s.assignment) from partnership.staffing s join access.assignment a on a.id = s.assignment
where a.role = 'PROCESS_FACILITATOR' and s.partnership = (
    select partnership from partnership.handover order by id limit 1)

-- handover
select min(id) from partnership.handover

-- agreement-signed
select min(agreement) from agreement.in_force

-- agreement-unsigned
select min(s.agreement) from agreement.signing s
where not exists (select from agreement.in_force f where f.agreement = s.agreement)

-- agreement-amendment
select min(id) from agreement.agreement where number = 1

-- agreement-answered
select min(agreement) from agreement.edition where number = 2

-- agreement-named
select min(c.agreement) from agreement.acceptance c
where not exists (select from agreement.signing s where s.agreement = c.agreement)

-- agreement-unfiled
select min(f.agreement) from agreement.in_force f
where not exists (select from agreement.filing d where d.agreement = f.agreement)

-- agreed-case
select min(a.partnership) from agreement.agreement a join agreement.in_force f on f.agreement = a.id

-- funding
select min(id) from agreement.funding

-- payment
select min(id) from agreement.funding_entry where kind = 'PAYMENT'

-- analysed
select min(partnership) from analysis.analysis

-- analysis
select min(id) from analysis.analysis

-- analysed-unit
select key from organisation.unit where id = (select unit from analysis.analysis order by id limit 1)

-- own-indicator
select min(id) from analysis.own_indicator

-- own-term
select max(term) from analysis.own_value

-- analysis-cause
select min(id) from analysis.part where kind = 'CAUSE'

-- analysis-figure
select min(part) from analysis.figure

-- analysis-told
select analysis from analysis.part where id = (select min(part) from analysis.origin)

-- analysis-origin
select min(part) from analysis.origin

-- meeting-common
select min(id) from meeting.meeting where gathering is not null

-- met
select partnership from meeting.meeting where id = {meeting}

-- meeting-closed
select min(id) from meeting.meeting where standing = 'CLOSED'

-- meeting
select min(meeting) from meeting.paragraph where scope = 'OWN'

-- meeting-coming
select max(id) from meeting.meeting where partnership = (select partnership from meeting.meeting where id = {meeting})

-- meeting-item
select min(id) from meeting.agenda_item where meeting = {meeting}

-- meeting-paragraph
select min(id) from meeting.paragraph where scope = 'DRAFT' and meeting = {meeting}

-- meeting-assignment
select min(id) from meeting.assignment where meeting = {meeting}

-- meeting-series
select min(m.series) || '?unit=' || (
    select coalesce(min(n.unit), 0) from partnership.participation n
    where n.partnership = min(m.partnership) and n.standing = 'RUNNING' and n.level <> 'ORGANISER'
      and n.unit not in (select o.unit from meeting.meeting o
        where o.partnership = n.partnership and o.unit is not null))
from meeting.meeting m where m.id = {meeting}

-- surveyed
select min(partnership) from survey.survey

-- surveyed-unit
select u.key from organisation.unit u where u.id =
    (select min(s.unit) from survey.survey s where s.partnership = (select min(partnership) from survey.survey))

-- engaged
select min(n.partnership) from partnership.participation n where n.unit = (select min(unit) from survey.staff)

-- engaged-unit
select u.key from organisation.unit u where u.id = (select min(unit) from survey.staff)

-- survey-draft
select min(id) from survey.survey where standing = 'DRAFT'

-- survey-open
select min(id) from survey.survey where standing = 'OPEN'

-- survey-closed
select min(id) from survey.survey where standing = 'CLOSED'

-- survey-open-code
select min(code) from survey.survey where standing = 'OPEN'

-- survey-closed-code
select min(code) from survey.survey where standing = 'CLOSED'

-- ideas-WRITING
select min(id) from survey.idea_round where standing = 'WRITING'

-- ideas-GROUPING
select min(id) from survey.idea_round where standing = 'GROUPING'

-- ideas-CLOSED
select min(id) from survey.idea_round where standing = 'CLOSED'

-- ideas-WRITING-code
select min(code) from survey.idea_round where standing = 'WRITING'

-- ideas-GROUPING-code
select min(code) from survey.idea_round where standing = 'GROUPING'

-- ideas-CLOSED-code
select min(code) from survey.idea_round where standing = 'CLOSED'

-- invitation
select min(invitation) from selection.exclusion_request

-- planned
select min(partnership) from actionplan.plan

-- action-plan
select min(id) from actionplan.plan

-- plan-area
select min(id) from actionplan.part where kind = 'AREA'

-- plan-goal
select min(id) from actionplan.part where kind = 'GOAL'

-- plan-intervention
select min(id) from actionplan.part where kind = 'INTERVENTION'

-- plan-suggestion
select min(s.id) from actionplan.suggestion s where not exists (select from actionplan.suggestion_answer a where a.suggestion = s.id)

-- plan-suggestion-accepted
select min(suggestion) from actionplan.suggestion_answer

-- commissioned
select min(partnership) from intervention.commission

-- commission-countered
select min(id) from intervention.commission where standing = 'COUNTERED'

-- commission-course
select min(id) from intervention.commission where standing = 'REPORTED'

-- occasion-held
select min(id) from intervention.occasion where standing = 'HELD'

-- occasion-last-held
select max(id) from intervention.occasion where standing = 'HELD' and commission = {commission-course}

-- occasion-cancelled
select min(id) from intervention.occasion where standing = 'CANCELLED'

-- noting-unit
select min(unit) from intervention.attendance where occasion = {occasion-held}

-- reflection-open-code
select min(code) from intervention.reflection where answers is null

-- reflection-closed-code
select min(code) from intervention.reflection where answers is not null

-- commission-given
select min(id) from intervention.commission where standing = 'GIVEN'

-- catalogue-provider
select o.key from organisation.organisation o join intervention.entry e on e.organisation = o.id order by e.id limit 1

-- catalogue-entry
select min(id) from intervention.entry

-- lesson
select min(id) from intervention.lesson

-- network
select min(id) from intervention.network_meeting

-- lesson-own
select min(id) from intervention.lesson where readers = 'OWN'

-- matched
select partnership from intervention.choice order by id limit 1

-- matched-analysis
select analysis from intervention.choice order by id limit 1

-- matched-part
select part from intervention.choice order by id limit 1

-- matchable-entry
select min(e.id) from intervention.entry e where e.id not in (select c.entry from intervention.choice c)

-- case-completed
select min(c.partnership) from partnership.closing c join partnership.partnership p on p.id = c.partnership where p.standing = 'COMPLETED'

-- year-after
select min(id) from reporting.year_after where partnership = {case-completed}

-- year-unit
select min(n.unit) from partnership.participation n where n.partnership = {case-completed}
  and n.unit not in (select a.unit from reporting.year_answer a where a.year_after = {year-after})

-- case-filed
select min(c.partnership) from partnership.closing c join partnership.partnership p on p.id = c.partnership where p.standing = 'DISCONTINUED'

-- lives-on
select min(l.id) from partnership.lives_on l join partnership.closing c on c.partnership = l.partnership

-- followed
select min(plan) from followup.checkpoint

-- followed-case
select min(partnership) from followup.checkpoint

-- checkpoint-closed
select max(c.term) from followup.checkpoint c join followup.checkpoint_deed d on d.checkpoint = c.id

-- checkpoint-now
select extract(year from access.today())::int * 10 + case when extract(month from access.today()) <= 6 then 1 else 4 end

-- followed-goal
select min(goal) from followup.own_figure

-- seen-sign
select min(sign) from followup.sign_note

-- sign-code
select min(code) from followup.sign_code where closed_at is null

-- report-handed-in
select min(r.id) from followup.report r join followup.report_deed d on d.report = r.id and d.deed = 'HANDED_IN'

-- evaluated-round
select max(round) from evaluation.run where design = 'PAIRS'

-- evaluation
select min(id) from evaluation.run where planned and design = 'PAIRS'

-- evaluation-threshold
select min(id) from evaluation.run where design = 'THRESHOLD'

-- threshold-round
select max(round) from selection.allotment where method = 'THRESHOLD'

-- evaluation-beside
select max(id) from evaluation.run where design = 'CANDIDATES'

-- evaluation-together
select max(id) from evaluation.run where design = 'PROGRAMME'

-- concerned
select min(partnership) from reporting.concern

-- concern
select c.id from reporting.concern c order by c.partnership, c.id limit 1

-- wheel
select min(id) from partnership.partnership where owner_organisation = organiser and variant = 'quality-work'

-- goal-talked
select min(about_address) from meeting.agenda_item where about_kind = 'goal'

-- aggregate
select organisation || '/' || variant from reporting.release order by id limit 1

-- release-topic
select topic from reporting.release order by id limit 1

-- dataset
select dataset from reporting.release order by id limit 1

-- edition-written
select min(id) from reporting.edition where handed_at is null

-- edition-handed-in
select min(id) from reporting.edition where handed_at is not null

-- public-organiser
select o.key from reporting.publication p join organisation.organisation o on o.id = p.organiser
where p.kind = 'PARTICIPATION' and p.standing = 'RELEASED' order by p.id limit 1

-- public-partnership
select about from reporting.publication where kind = 'PARTICIPATION' and standing = 'RELEASED' order by id limit 1

-- public-lesson
select min(id) from reporting.publication where kind = 'LESSON' and standing = 'RELEASED'

-- public-result
select min(id) from reporting.publication where kind = 'RESULT' and standing = 'RELEASED'

-- public-news
select min(id) from reporting.publication where kind = 'NEWS' and standing = 'RELEASED'

-- public-withdrawn
select min(id) from reporting.publication where kind = 'NEWS' and standing = 'WITHDRAWN'

-- public-proposed
select min(id) from reporting.publication where kind = 'NEWS' and standing = 'PROPOSED'
