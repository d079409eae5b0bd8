-- Working days in which a district answers feedback of the public.
alter table district add column feedback_days integer;
