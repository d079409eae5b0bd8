-- Buildings: a building or a phase of a park whose space is let. Added to those before, never changed after its release.

create table building (
  district_id smallint not null default 1,
  "id" text not null,
  "park" text not null,
  "name_zh" text,
  "name_en" text,
  "phase_zh" text,
  "phase_en" text,
  "place" text,
  "owner" text,
  "operator_zh" text,
  "operator_en" text,
  "floors" integer,
  "typical_floor_m2" double precision,
  "storey_height_m" double precision,
  "floor_load_kn_m2" double precision,
  "metro_m" double precision,
  "metro_basis_zh" text,
  "metro_basis_en" text,
  "ready_on" date,
  "rent_low" double precision,
  "rent_high" double precision,
  "rent_period" text,
  "source" text,
  "confidence" text not null check ("confidence" in ('high', 'medium', 'low')),
  "tags" text[] not null,
  "note_zh" text,
  "note_en" text,
  "visibility" text not null check ("visibility" in ('public', 'district', 'department', 'confidential')),
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "id"),
  foreign key (district_id, "park") references "park" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "place") references "place" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "owner") references "department" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "source") references "source" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on building
  for each statement execute function refuse_outside_deed();

-- Floor area records: the floor areas of a building on a day: let + vacant + under works = total.

create table floor_area (
  district_id smallint not null default 1,
  "building" text not null,
  "on" date not null,
  "total_m2" double precision,
  "let_m2" double precision,
  "vacant_m2" double precision,
  "works_m2" double precision,
  "largest_vacant_m2" double precision,
  "largest_works_m2" double precision,
  "source" text,
  "confidence" text not null check ("confidence" in ('high', 'medium', 'low')),
  "note_zh" text,
  "note_en" text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "building", "on"),
  foreign key (district_id, "building") references "building" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "source") references "source" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on floor_area
  for each statement execute function refuse_outside_deed();

-- Tenants by industry: how much of a building the firms of an industry rent on a day, and how many they are.

create table tenancy (
  district_id smallint not null default 1,
  "building" text not null,
  "on" date not null,
  "sector" text not null,
  "area_m2" double precision,
  "firms" integer,
  "source" text,
  "confidence" text not null check ("confidence" in ('high', 'medium', 'low')),
  "note_zh" text,
  "note_en" text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "building", "on", "sector"),
  foreign key (district_id, "building") references "building" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "source") references "source" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on tenancy
  for each statement execute function refuse_outside_deed();
