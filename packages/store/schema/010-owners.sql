-- Who answers for a record in person, bodies outside the district that report by a link, and from when a record is asked for reports: added to
-- those before, never changed after its release.

alter table commitment add column asked_from date;
alter table project add column asked_from date;
alter table status_update add column outside_zh text;
alter table status_update add column outside_en text;

-- The person who answers for a record within its department.
create table assignment (
  district_id smallint not null default 1,
  subject_kind text not null check (subject_kind in ('commitment', 'project')),
  subject_id text not null,
  person text not null,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, subject_kind, subject_id),
  foreign key (district_id, person) references account (district_id, id) deferrable initially deferred
);
create trigger by_deed_only before insert or update or delete or truncate on assignment
  for each statement execute function refuse_outside_deed();

-- A link by which a body outside the district reports on one record. The secret stands nowhere: only its hash.
create table outside_link (
  district_id smallint not null default 1,
  id text not null,
  subject_kind text not null check (subject_kind in ('commitment', 'project')),
  subject_id text not null,
  body_zh text,
  body_en text,
  expires_on date not null,
  secret_hash text not null,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id)
);
create trigger by_deed_only before insert or update or delete or truncate on outside_link
  for each statement execute function refuse_outside_deed();
