-- Dual-use works: assets with their parts, the levels of the water on ordinary days, switches of mode, drills; drills at gates; indicators worked out of the assets.

-- Dual-use assets: works that serve on ordinary days and in emergencies: both uses, the capacity in each, what triggers the switch, who answers for it.

create table dual_use_asset (
  district_id smallint not null default 1,
  "id" text not null,
  "name_zh" text,
  "name_en" text,
  "kind" text not null check ("kind" in ('flood-storage', 'lodging', 'medical', 'supplies', 'shelter', 'municipal', 'other')),
  "place" text,
  "project" text,
  "normal_use_zh" text,
  "normal_use_en" text,
  "emergency_use_zh" text,
  "emergency_use_en" text,
  "in_use" text,
  "normal_capacity" double precision,
  "normal_unit" text check ("normal_unit" in ('m3', 'm2', 'persons', 'beds', 'vehicles')),
  "normal_basis_zh" text,
  "normal_basis_en" text,
  "normal_source" text,
  "normal_confidence" text check ("normal_confidence" in ('high', 'medium', 'low')),
  "emergency_capacity" double precision,
  "emergency_unit" text check ("emergency_unit" in ('m3', 'm2', 'persons', 'beds', 'vehicles')),
  "emergency_basis_zh" text,
  "emergency_basis_en" text,
  "emergency_source" text,
  "emergency_confidence" text check ("emergency_confidence" in ('high', 'medium', 'low')),
  "trigger_zh" text,
  "trigger_en" text,
  "trigger_level" double precision,
  "activation_hours" double precision,
  "owner" text,
  "supplies_zh" text,
  "supplies_en" text,
  "route_zh" text,
  "route_en" text,
  "no_place_reason_zh" text,
  "no_place_reason_en" text,
  "tags" text[] not null,
  "note_zh" text,
  "note_en" text,
  "visibility" text not null check ("visibility" in ('public', 'district', 'department', 'confidential')),
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "id"),
  foreign key (district_id, "place") references "place" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "project") references "project" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "normal_source") references "source" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "emergency_source") references "source" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "owner") references "department" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on dual_use_asset
  for each statement execute function refuse_outside_deed();

-- Drills: a drill of the switch of an asset: when it is planned, when it was held, the time that was measured, who took part, what was found.

create table drill (
  district_id smallint not null default 1,
  "id" text not null,
  "asset" text not null,
  "name_zh" text,
  "name_en" text,
  "planned_on" date,
  "held_on" date,
  "minutes" integer,
  "persons" integer,
  "findings_zh" text,
  "findings_en" text,
  "acceptance_zh" text,
  "acceptance_en" text,
  "source" text,
  "note_zh" text,
  "note_en" text,
  "visibility" text not null check ("visibility" in ('public', 'district', 'department', 'confidential')),
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "id"),
  foreign key (district_id, "asset") references "dual_use_asset" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "source") references "source" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on drill
  for each statement execute function refuse_outside_deed();

-- Parts of assets: a part of an asset that is used on ordinary days, with its height: a lawn, a path, a court.

create table asset_part (
  district_id smallint not null default 1,
  "id" text not null,
  "asset" text not null,
  "name_zh" text,
  "name_en" text,
  "kind" text not null check ("kind" in ('lawn', 'path', 'court', 'car-park', 'other')),
  "elevation" double precision,
  "source" text,
  "confidence" text not null check ("confidence" in ('high', 'medium', 'low')),
  "note_zh" text,
  "note_en" text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "id"),
  foreign key (district_id, "asset") references "dual_use_asset" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "source") references "source" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on asset_part
  for each statement execute function refuse_outside_deed();

-- Everyday levels: a level of the water at a place, and on how many days a year the water stands above it.

create table everyday_level (
  district_id smallint not null default 1,
  "place" text not null,
  "level_m" double precision not null,
  "days" double precision not null,
  "source" text,
  "confidence" text not null check ("confidence" in ('high', 'medium', 'low')),
  "note_zh" text,
  "note_en" text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "place", "level_m"),
  foreign key (district_id, "place") references "place" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "source") references "source" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on everyday_level
  for each statement execute function refuse_outside_deed();

-- Mode switches: a switch of the mode of an asset: when, to which mode and why; the mode on a day follows from the last of them.

create table mode_change (
  district_id smallint not null default 1,
  "asset" text not null,
  "on" date not null,
  "at" text not null,
  "mode" text not null check ("mode" in ('normal', 'preparing', 'emergency', 'draining', 'recovery')),
  "reason_zh" text,
  "reason_en" text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "asset", "on", "at"),
  foreign key (district_id, "asset") references "dual_use_asset" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on mode_change
  for each statement execute function refuse_outside_deed();

-- The records of a drill are kept as files of it, and gates ask for a drill.
alter table evidence
  drop constraint evidence_subject_kind_check,
  add constraint evidence_subject_kind_check check (subject_kind in ('commitment', 'place', 'project', 'indicator', 'event', 'park', 'industry', 'department', 'document', 'district', 'supervision', 'meeting', 'ground', 'drill'));

alter table requirement
  drop constraint requirement_kind_check,
  add constraint requirement_kind_check check (kind in ('evidence', 'approval', 'answer', 'drill'));

alter table indicator
  add column asset_method text check (asset_method in ('capacity', 'count', 'drilled', 'drilled-share')),
  add column asset_kind text check (asset_kind in ('flood-storage', 'lodging', 'medical', 'supplies', 'shelter', 'municipal', 'other')),
  add column asset_unit text check (asset_unit in ('m3', 'm2', 'persons', 'beds', 'vehicles'));
