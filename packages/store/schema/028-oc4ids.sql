-- OC4IDS originals: a project as an OC4IDS document said it, whole: what no column holds is given back as it came.

create table oc4ids_original (
  district_id smallint not null default 1,
  "project" text not null,
  "oc4ids_id" text not null,
  "came" text not null,
  "position" integer not null,
  "came_on" date not null,
  "file_name" text,
  "head" jsonb,
  "document" jsonb,
  "rows" jsonb,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "project"),
  foreign key (district_id, "project") references "project" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on oc4ids_original
  for each statement execute function refuse_outside_deed();

-- The six characters registered for the projects of the district.
alter table district add column oc4ids_prefix text;
