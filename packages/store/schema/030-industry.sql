-- Industries, the tiers they are divided into, where each stood, and the quarterly reviews of those that are being raised. Added to those before, never changed after its release.

-- Industries: an industry of the district: what it takes in, who answers for it, by which indicators its size is known.

create table industry (
  district_id smallint not null default 1,
  "id" text not null,
  "name_zh" text,
  "name_en" text,
  "definition_zh" text,
  "definition_en" text,
  "owner" text,
  "firms" text,
  "revenue" text,
  "jobs" text,
  "research" text,
  "review_from" date,
  "source" text,
  "tags" text[] not null,
  "note_zh" text,
  "note_en" text,
  "visibility" text not null check ("visibility" in ('public', 'district', 'department', 'confidential')),
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "id"),
  foreign key (district_id, "owner") references "department" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "firms") references "indicator" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "revenue") references "indicator" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "jobs") references "indicator" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "research") references "indicator" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "source") references "source" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on industry
  for each statement execute function refuse_outside_deed();
-- Industry tiers: a tier of a division of industries, such as the second of 1+3+1; divisions that differ are not compared.

create table tier (
  district_id smallint not null default 1,
  "id" text not null,
  "name_zh" text,
  "name_en" text,
  "scheme" text not null,
  "from_on" date not null,
  "position" integer not null,
  "definition_zh" text,
  "definition_en" text,
  "source" text,
  "note_zh" text,
  "note_en" text,
  "visibility" text not null check ("visibility" in ('public', 'district', 'department', 'confidential')),
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "id"),
  foreign key (district_id, "source") references "source" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on tier
  for each statement execute function refuse_outside_deed();
-- Tier entries: in which tier an industry stands from a day on, until its next entry or the next division, with the reason and where that was read.

create table tier_place (
  district_id smallint not null default 1,
  "industry" text not null,
  "from_on" date not null,
  "tier" text not null,
  "reason_zh" text,
  "reason_en" text,
  "source" text not null,
  "confidence" text not null check ("confidence" in ('high', 'medium', 'low')),
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "industry", "from_on"),
  foreign key (district_id, "industry") references "industry" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "tier") references "tier" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "source") references "source" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on tier_place
  for each statement execute function refuse_outside_deed();
-- Industry reviews: what a review of an industry that is being raised found: how far it is, on what that rests, by when it is looked at again.

create table industry_review (
  district_id smallint not null default 1,
  "industry" text not null,
  "on" date not null,
  "stage" text not null check ("stage" in ('watch', 'seed', 'pilot', 'scale')),
  "finding_zh" text,
  "finding_en" text,
  "source" text,
  "next_on" date,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "industry", "on"),
  foreign key (district_id, "industry") references "industry" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "source") references "source" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on industry_review
  for each statement execute function refuse_outside_deed();

-- An industry may be named, linked, measured by a figure and proved by a file.
alter table mention
  drop constraint mention_thing_kind_check,
  add constraint mention_thing_kind_check check (thing_kind in ('commitment', 'place', 'project', 'indicator', 'event', 'park', 'industry', 'department', 'document', 'district'));
alter table link
  drop constraint link_from_kind_check,
  add constraint link_from_kind_check check (from_kind in ('commitment', 'place', 'project', 'indicator', 'event', 'park', 'industry', 'department', 'document', 'district'));
alter table link
  drop constraint link_to_kind_check,
  add constraint link_to_kind_check check (to_kind in ('commitment', 'place', 'project', 'indicator', 'event', 'park', 'industry', 'department', 'document', 'district'));
alter table figure
  drop constraint figure_subject_kind_check,
  add constraint figure_subject_kind_check check (subject_kind in ('commitment', 'place', 'project', 'indicator', 'event', 'park', 'industry', 'department', 'document', 'district'));
alter table text_question
  drop constraint text_question_mention_kind_check,
  add constraint text_question_mention_kind_check check (mention_kind in ('commitment', 'place', 'project', 'indicator', 'event', 'park', 'industry', 'department', 'document', 'district'));
alter table evidence
  drop constraint evidence_subject_kind_check,
  add constraint evidence_subject_kind_check check (subject_kind in ('commitment', 'place', 'project', 'indicator', 'event', 'park', 'industry', 'department', 'document', 'district', 'supervision'));
