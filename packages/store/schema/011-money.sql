-- Money and progress of projects by month, and views kept under a name: added to those before, never changed after its release. Amounts are whole fen.

-- What a project is to cost: in all (no year), or in one year.
create table planned_amount (
  district_id smallint not null default 1,
  id text not null,
  project text not null,
  year integer,
  amount_fen bigint not null check (amount_fen >= 0),
  source text,
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  note_zh text,
  note_en text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, project) references project (district_id, id) deferrable initially deferred,
  foreign key (district_id, source) references source (district_id, id) deferrable initially deferred
);
create trigger by_deed_only before insert or update or delete or truncate on planned_amount
  for each statement execute function refuse_outside_deed();

-- What was reported of a project's month.
create table monthly_progress (
  district_id smallint not null default 1,
  project text not null,
  month text not null,
  completed_fen bigint check (completed_fen >= 0),
  share double precision,
  words_zh text,
  words_en text,
  problem_zh text,
  problem_en text,
  level text not null check (level in ('none', 'department', 'district-office', 'district', 'city')),
  fall_reason_zh text,
  fall_reason_en text,
  reported_on date not null,
  reporter text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, project, month),
  foreign key (district_id, project) references project (district_id, id) deferrable initially deferred,
  foreign key (district_id, reporter) references department (district_id, id) deferrable initially deferred
);
create trigger by_deed_only before insert or update or delete or truncate on monthly_progress
  for each statement execute function refuse_outside_deed();

-- A view kept under a name: the office's, no folder holds it.
create table saved_view (
  district_id smallint not null default 1,
  id text not null,
  name_zh text,
  name_en text,
  screen text not null check (screen in ('register', 'programme', 'exceptions', 'monthly')),
  query text not null,
  visibility text not null check (visibility in ('public', 'district', 'department', 'confidential')),
  department text,
  owner text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id)
);
create trigger by_deed_only before insert or update or delete or truncate on saved_view
  for each statement execute function refuse_outside_deed();
