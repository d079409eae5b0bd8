-- What an office needs to carry projects through their gates: added to those before, never changed after its release.

-- The rulebook: which gates a kind of project passes, in which order, on which days, resting on what.
create table gate (
  district_id smallint not null default 1,
  id text not null,
  project_kind text not null check (
    project_kind in (
      'old-factory',
      'old-compound',
      'shantytown',
      'bungalow',
      'low-efficiency-building',
      'dual-use',
      'flood-defence',
      'industrial-park',
      'heritage',
      'park',
      'greenway',
      'institution',
      'plan',
      'policy',
      'programme'
    )
  ),
  position integer not null,
  name_zh text,
  name_en text,
  meaning_zh text,
  meaning_en text,
  admits boolean not null,
  basis_zh text,
  basis_en text,
  source text,
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  effective_from date not null,
  effective_to date,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, source) references source (district_id, id) deferrable initially deferred
);
create trigger by_deed_only before insert or update or delete or truncate on gate
  for each statement execute function refuse_outside_deed();

-- What a gate asks for, and who can supply it.
create table requirement (
  district_id smallint not null default 1,
  id text not null,
  gate text not null,
  position integer not null,
  kind text not null check (kind in ('evidence', 'approval', 'answer')),
  name_zh text,
  name_en text,
  supplied_by text not null check (supplied_by in ('lead', 'co-operating', 'owners', 'department')),
  department text,
  land text check (land in ('state-owned', 'collective')),
  optional boolean not null,
  note_zh text,
  note_en text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, gate) references gate (district_id, id) deferrable initially deferred,
  foreign key (district_id, department) references department (district_id, id) deferrable initially deferred
);
create trigger by_deed_only before insert or update or delete or truncate on requirement
  for each statement execute function refuse_outside_deed();

-- Files that prove something. Their bytes are kept under their hash: in a data folder as files, on a server in kept_file.
create table evidence (
  district_id smallint not null default 1,
  id text not null,
  subject_kind text not null check (
    subject_kind in (
      'commitment',
      'place',
      'project',
      'indicator',
      'event',
      'park',
      'department',
      'document',
      'district'
    )
  ),
  subject_id text not null,
  requirement text,
  title_zh text,
  title_en text,
  file_name text not null,
  media_type text not null check (
    media_type in (
      'application/pdf',
      'image/jpeg',
      'image/png',
      'image/webp',
      'image/heic',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'text/csv',
      'text/plain'
    )
  ),
  bytes integer not null,
  sha256 text not null,
  "on" date not null,
  note_zh text,
  note_en text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, requirement) references requirement (district_id, id) deferrable initially deferred
);
create trigger by_deed_only before insert or update or delete or truncate on evidence
  for each statement execute function refuse_outside_deed();

-- The bytes themselves, outside the deeds: a data folder has them as files and leaves this table empty.
create table kept_file (
  district_id smallint not null default 1,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null,
  kept_at timestamptz not null default now(),
  primary key (district_id, sha256)
);

-- What was decided or answered to a requirement, for a project.
create table requirement_answer (
  district_id smallint not null default 1,
  project text not null,
  requirement text not null,
  answer text not null check (answer in ('yes', 'no')),
  words_zh text,
  words_en text,
  "on" date not null,
  department text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, project, requirement),
  foreign key (district_id, project) references project (district_id, id) deferrable initially deferred,
  foreign key (district_id, requirement) references requirement (district_id, id) deferrable initially deferred,
  foreign key (district_id, department) references department (district_id, id) deferrable initially deferred
);
create trigger by_deed_only before insert or update or delete or truncate on requirement_answer
  for each statement execute function refuse_outside_deed();

-- A gate that a project passed, with what it was passed on.
create table gate_pass (
  district_id smallint not null default 1,
  project text not null,
  gate text not null,
  "on" date not null,
  basis text[] not null,
  became text not null check (became in ('stands', 'kept-as', 'set-aside')),
  kept_as text,
  reason_zh text,
  reason_en text,
  note_zh text,
  note_en text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, project, gate),
  foreign key (district_id, project) references project (district_id, id) deferrable initially deferred,
  foreign key (district_id, gate) references gate (district_id, id) deferrable initially deferred,
  foreign key (district_id, kept_as) references gate (district_id, id) deferrable initially deferred
);
create trigger by_deed_only before insert or update or delete or truncate on gate_pass
  for each statement execute function refuse_outside_deed();

-- Whether a project was admitted to the pool, and by which day's rules it goes.
create table admission (
  district_id smallint not null default 1,
  project text not null,
  decision text not null check (decision in ('admitted', 'refused')),
  "on" date not null,
  rules_on date not null,
  reason_zh text,
  reason_en text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, project),
  foreign key (district_id, project) references project (district_id, id) deferrable initially deferred
);
create trigger by_deed_only before insert or update or delete or truncate on admission
  for each statement execute function refuse_outside_deed();

-- The dated steps of a project: the day promised, the day expected, the day it was.
create table milestone (
  district_id smallint not null default 1,
  id text not null,
  project text not null,
  position integer not null,
  name_zh text,
  name_en text,
  baseline date,
  frozen_on date,
  forecast date,
  actual date,
  note_zh text,
  note_en text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, project) references project (district_id, id) deferrable initially deferred
);
create trigger by_deed_only before insert or update or delete or truncate on milestone
  for each statement execute function refuse_outside_deed();

-- What waits for what, and how long.
create table dependency (
  district_id smallint not null default 1,
  from_kind text not null check (from_kind in ('project', 'milestone')),
  from_id text not null,
  to_kind text not null check (to_kind in ('project', 'milestone')),
  to_id text not null,
  kind text not null check (kind in ('FS', 'SS', 'FF', 'SF')),
  lag_days integer not null,
  note_zh text,
  note_en text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, from_kind, from_id, to_kind, to_id)
);
create trigger by_deed_only before insert or update or delete or truncate on dependency
  for each statement execute function refuse_outside_deed();

-- The parts of a project, each with a shape and a stage of its own.
create table component (
  district_id smallint not null default 1,
  id text not null,
  project text not null,
  position integer not null,
  name_zh text,
  name_en text,
  stage text not null check (stage in ('not-started', 'under-way', 'done', 'not-known')),
  stage_on date,
  source text,
  note_zh text,
  note_en text,
  geometry jsonb,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, project) references project (district_id, id) deferrable initially deferred,
  foreign key (district_id, source) references source (district_id, id) deferrable initially deferred
);
create trigger by_deed_only before insert or update or delete or truncate on component
  for each statement execute function refuse_outside_deed();
