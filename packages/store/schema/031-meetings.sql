-- Meetings and what they decided; of matters under supervision, the decision that one carries out, who asks, and to whom it was escalated. Added to those before, never changed after its release.

-- Meetings: a meeting that decides: which kind, on which day, who chairs it, which department convenes it, its minutes.

create table meeting (
  district_id smallint not null default 1,
  "id" text not null,
  "name_zh" text,
  "name_en" text,
  "kind" text not null check ("kind" in ('executive', 'special', 'progress', 'coordination', 'on-site', 'other')),
  "held_on" date not null,
  "chair_zh" text,
  "chair_en" text,
  "convener" text,
  "minutes_zh" text,
  "minutes_en" text,
  "concluded_on" date,
  "source" text,
  "note_zh" text,
  "note_en" text,
  "visibility" text not null check ("visibility" in ('public', 'district', 'department', 'confidential')),
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "id"),
  foreign key (district_id, "convener") references "department" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "source") references "source" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on meeting
  for each statement execute function refuse_outside_deed();

-- Decisions: what a meeting decided: who carries it out and by when, and what it is about.

create table decision (
  district_id smallint not null default 1,
  "id" text not null,
  "meeting" text not null,
  "position" integer,
  "name_zh" text,
  "name_en" text,
  "owner" text,
  "due_on" date,
  "issue" text,
  "commitment" text,
  "project" text,
  "place" text,
  "event" text,
  "note_zh" text,
  "note_en" text,
  "visibility" text not null check ("visibility" in ('public', 'district', 'department', 'confidential')),
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "id"),
  foreign key (district_id, "meeting") references "meeting" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "owner") references "department" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "issue") references "issue" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "commitment") references "commitment" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "project") references "project" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "place") references "place" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "event") references "event" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on decision
  for each statement execute function refuse_outside_deed();

-- A matter may be about an issue or a meeting, carry out a decision, be a request of a department, and be escalated once.
alter table supervision
  add column decision text,
  add column asked_by text,
  add column escalated_level text check (escalated_level in ('office', 'leader', 'city')),
  add column escalated_to_zh text,
  add column escalated_to_en text,
  add column escalated_on date,
  add foreign key (district_id, decision) references decision (district_id, id) deferrable initially deferred,
  add foreign key (district_id, asked_by) references department (district_id, id) deferrable initially deferred,
  drop constraint supervision_subject_kind_check,
  add constraint supervision_subject_kind_check check (subject_kind in ('commitment', 'project', 'place', 'event', 'indicator', 'issue', 'meeting'));

-- Minutes are kept as files of their meeting.
alter table evidence
  drop constraint evidence_subject_kind_check,
  add constraint evidence_subject_kind_check check (subject_kind in ('commitment', 'place', 'project', 'indicator', 'event', 'park', 'industry', 'department', 'document', 'district', 'supervision', 'meeting'));
