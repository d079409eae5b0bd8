-- Ground models: the ground that floods are worked out on: a file of heights, and what is done to them.

create table ground (
  district_id smallint not null default 1,
  "id" text not null,
  "name_zh" text,
  "name_en" text,
  "owner" text,
  "vertical_unit" text check ("vertical_unit" in ('m', 'ft', 'us-ft')),
  "crs" text,
  "area" jsonb,
  "cell_m" double precision,
  "river" jsonb,
  "burn_m" double precision,
  "fill_pits_m" double precision,
  "smooth_m" double precision,
  "manning" double precision not null,
  "source" text,
  "confidence" text not null check ("confidence" in ('high', 'medium', 'low')),
  "note_zh" text,
  "note_en" text,
  "visibility" text not null check ("visibility" in ('public', 'district', 'department', 'confidential')),
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "id"),
  foreign key (district_id, "owner") references "department" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "source") references "source" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on ground
  for each statement execute function refuse_outside_deed();
-- Flood cases: a flood on a ground: the water that comes, the works that store it, gates and the rules that operate them.

create table flood_case (
  district_id smallint not null default 1,
  "id" text not null,
  "name_zh" text,
  "name_en" text,
  "ground" text not null,
  "place" text,
  "project" text,
  "owner" text,
  "hours" double precision not null,
  "cell_m" double precision,
  "manning" double precision,
  "scheme" text not null check ("scheme" in ('sd03', 'local-inertia')),
  "design" jsonb not null,
  "note_zh" text,
  "note_en" text,
  "visibility" text not null check ("visibility" in ('public', 'district', 'department', 'confidential')),
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "id"),
  foreign key (district_id, "ground") references "ground" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "place") references "place" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "project") references "project" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "owner") references "department" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on flood_case
  for each statement execute function refuse_outside_deed();
-- Adoptions of flood cases: a project takes on the works or the rules of a case: the minute, the frozen inputs and what came of them.

create table flood_adoption (
  district_id smallint not null default 1,
  "id" text not null,
  "project" text not null,
  "flood_case" text not null,
  "on" date not null,
  "minute_zh" text,
  "minute_en" text,
  "run" text not null,
  "inputs" text not null,
  "frozen" jsonb not null,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "id"),
  foreign key (district_id, "project") references "project" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "flood_case") references "flood_case" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on flood_adoption
  for each statement execute function refuse_outside_deed();

-- The file of a ground model is a file of that record: grids of heights are taken.
alter table evidence
  drop constraint evidence_subject_kind_check,
  add constraint evidence_subject_kind_check check (subject_kind in ('commitment', 'place', 'project', 'indicator', 'event', 'park', 'industry', 'department', 'document', 'district', 'supervision', 'meeting', 'ground')),
  drop constraint evidence_media_type_check,
  add constraint evidence_media_type_check check (
    media_type in (
      'application/pdf',
      'image/jpeg',
      'image/png',
      'image/webp',
      'image/heic',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'text/csv',
      'text/plain',
      'image/tiff',
      'application/gzip',
      'application/octet-stream'
    )
  );
