-- Events: what must be ready before one (readiness items), and calendars that programs subscribe to (calendar feeds). Added to those before, never changed after its release.

create table readiness_item (
  district_id smallint not null default 1,
  "id" text not null,
  "event" text not null,
  "name_zh" text,
  "name_en" text,
  "kind" text not null check ("kind" in ('works', 'venue', 'transport', 'safety', 'invitation', 'other')),
  "days_before" integer not null,
  "owner" text,
  "project" text,
  "expected_on" date,
  "done_on" date,
  "evidence_zh" text,
  "evidence_en" text,
  "source" text,
  "note_zh" text,
  "note_en" text,
  "visibility" text not null check ("visibility" in ('public', 'district', 'department', 'confidential')),
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "id"),
  foreign key (district_id, "event") references "event" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "owner") references "department" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "project") references "project" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "source") references "source" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on readiness_item
  for each statement execute function refuse_outside_deed();

create table calendar_feed (
  district_id smallint not null default 1,
  "id" text not null,
  "subject_kind" text not null check ("subject_kind" in ('account', 'department', 'project', 'event')),
  "subject_id" text not null,
  "holder" text,
  "made_on" date not null,
  "secret_hash" text not null,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "id"),
  foreign key (district_id, "holder") references "account" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on calendar_feed
  for each statement execute function refuse_outside_deed();
