-- Issues: what is amiss and must be decided: why, by whom, by when, and by what it was closed. Added to those before, never changed after its release.

create table issue (
  district_id smallint not null default 1,
  "id" text not null,
  "name_zh" text,
  "name_en" text,
  "cause_zh" text,
  "cause_en" text,
  "level" text not null check ("level" in ('department', 'office', 'leader', 'city')),
  "owner" text,
  "due_on" date,
  "indicator" text,
  "commitment" text,
  "project" text,
  "place" text,
  "raised_on" date,
  "decision_zh" text,
  "decision_en" text,
  "decided_on" date,
  "closing_zh" text,
  "closing_en" text,
  "closed_on" date,
  "source" text,
  "tags" text[] not null,
  "note_zh" text,
  "note_en" text,
  "visibility" text not null check ("visibility" in ('public', 'district', 'department', 'confidential')),
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "id"),
  foreign key (district_id, "owner") references "department" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "indicator") references "indicator" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "commitment") references "commitment" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "project") references "project" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "place") references "place" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "source") references "source" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on issue
  for each statement execute function refuse_outside_deed();
