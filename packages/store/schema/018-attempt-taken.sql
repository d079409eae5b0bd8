-- When an attempt was taken, apart from when one was wrong: added to those before, never changed after its release.

-- From now on `last` says when the last one was wrong; 0 where none was.
alter table attempt add column taken bigint;
update attempt set taken = last, last = case when wrong = 0 then 0 else last end;
alter table attempt alter column taken set not null;

drop index attempt_by_last;
create index attempt_by_taken on attempt (district_id, taken);
