-- Values of indicators by place; of an indicator its level, group and threshold in the health check and how places are added up; of a place whether it is a survey unit; of an issue why no project mends it. Added to those before, never changed after its release.

alter table indicator
  add column check_level text check (check_level in ('dwelling', 'compound', 'block', 'district')),
  add column check_group_zh text,
  add column check_group_en text,
  add column threshold double precision,
  add column threshold_basis_zh text,
  add column threshold_basis_en text,
  add column roll_up text check (roll_up in ('sum', 'weighted-mean'));

alter table place
  add column survey_level text check (survey_level in ('dwelling', 'compound', 'block'));

alter table issue
  add column no_project_reason_zh text,
  add column no_project_reason_en text;

create table place_value (
  district_id smallint not null default 1,
  "indicator" text not null,
  "place" text not null,
  "period" text not null,
  "value" double precision not null,
  "weight" double precision,
  "status" text check ("status" in ('final', 'provisional', 'estimate')),
  "source" text not null,
  "confidence" text not null check ("confidence" in ('high', 'medium', 'low')),
  "note_zh" text,
  "note_en" text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "indicator", "place", "period", "source"),
  foreign key (district_id, "indicator") references "indicator" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "place") references "place" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "source") references "source" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on place_value
  for each statement execute function refuse_outside_deed();
