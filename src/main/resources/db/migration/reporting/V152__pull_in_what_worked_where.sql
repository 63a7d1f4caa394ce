-- What worked where has a part of its own in the yearly report; what providers were asked for stands with what is done, and their money
-- with the money.
update reporting.edition_part set position = position + 10 where key in ('money', 'ahead');
insert into reporting.edition_part values
    ('worked', 5, '{answers,answered-signs,sign-shares,answered-goals,goal-shares}');
update reporting.edition_part set position = position - 9 where key in ('money', 'ahead');
update reporting.edition_part set topics = topics || '{commissions}'::text[] where key = 'work';
update reporting.edition_part set topics = topics || '{commission-money}'::text[] where key = 'money';
