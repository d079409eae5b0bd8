-- The update loop and its working calendar: added to those before, never changed after its release.

alter table commitment add column cadence text check (cadence in ('weekly', 'monthly', 'quarterly', 'half-yearly', 'none'));
alter table project add column cadence text check (cadence in ('weekly', 'monthly', 'quarterly', 'half-yearly', 'none'));

-- A day on which the working calendar departs from Monday to Friday.
create table calendar_day (
  district_id smallint not null default 1,
  day date not null,
  kind text not null check (kind in ('day-off', 'make-up-day')),
  name_zh text,
  name_en text,
  source text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, day),
  foreign key (district_id, source) references source (district_id, id) deferrable initially deferred
);
create trigger by_deed_only before insert or update or delete or truncate on calendar_day
  for each statement execute function refuse_outside_deed();

-- How often records of a kind are reported on, and what follows when they are not.
create table update_rule (
  district_id smallint not null default 1,
  subject_kind text not null check (subject_kind in ('commitment', 'project')),
  cadence text not null check (cadence in ('weekly', 'monthly', 'quarterly', 'half-yearly', 'none')),
  asked_from date not null,
  near_days integer not null,
  window_days integer not null,
  escalate_days integer not null,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, subject_kind)
);
create trigger by_deed_only before insert or update or delete or truncate on update_rule
  for each statement execute function refuse_outside_deed();

-- What an owner reported on a day.
create table status_update (
  district_id smallint not null default 1,
  id text not null,
  subject_kind text not null check (subject_kind in ('commitment', 'project')),
  subject_id text not null,
  reported_on date not null,
  unchanged boolean not null,
  step text check (step in ('not-begun', 'under-way', 'blocked', 'finished')),
  forecast_on date,
  waits_for text,
  words_zh text,
  words_en text,
  reporter text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, waits_for) references department (district_id, id) deferrable initially deferred,
  foreign key (district_id, reporter) references department (district_id, id) deferrable initially deferred
);
create trigger by_deed_only before insert or update or delete or truncate on status_update
  for each statement execute function refuse_outside_deed();
