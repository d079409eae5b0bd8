-- What projects make, what of it was delivered, which indicators that moves; what was agreed on at events, and what became of it.

-- Deals: what was agreed on at an event: between whom, for how much, in which industry, who follows it up by when.

create table deal (
  district_id smallint not null default 1,
  "id" text not null,
  "event" text not null,
  "name_zh" text,
  "name_en" text,
  "parties_zh" text,
  "parties_en" text,
  "amount" double precision,
  "unit" text,
  "amount_period" text,
  "industry" text,
  "owner" text,
  "follow_up_on" date,
  "source" text,
  "confidence" text not null check ("confidence" in ('high', 'medium', 'low')),
  "note_zh" text,
  "note_en" text,
  "visibility" text not null check ("visibility" in ('public', 'district', 'department', 'confidential')),
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "id"),
  foreign key (district_id, "event") references "event" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "industry") references "industry" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "owner") references "department" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "source") references "source" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on deal
  for each statement execute function refuse_outside_deed();

-- Outputs: what a project makes, in a quantity that is planned and delivered: dwellings renewed, m² of park, parking spaces.

create table output (
  district_id smallint not null default 1,
  "id" text not null,
  "project" text not null,
  "name_zh" text,
  "name_en" text,
  "planned" double precision,
  "unit" text not null,
  "due_on" date,
  "source" text,
  "confidence" text not null check ("confidence" in ('high', 'medium', 'low')),
  "note_zh" text,
  "note_en" text,
  "visibility" text not null check ("visibility" in ('public', 'district', 'department', 'confidential')),
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "id"),
  foreign key (district_id, "project") references "project" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "source") references "source" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on output
  for each statement execute function refuse_outside_deed();

-- Delivery records: how much of an output was delivered in all up to a day, and what shows it.

create table delivery (
  district_id smallint not null default 1,
  "output" text not null,
  "on" date not null,
  "quantity" double precision not null,
  "evidence_zh" text,
  "evidence_en" text,
  "source" text not null,
  "confidence" text not null check ("confidence" in ('high', 'medium', 'low')),
  "note_zh" text,
  "note_en" text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "output", "on"),
  foreign key (district_id, "output") references "output" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "source") references "source" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on delivery
  for each statement execute function refuse_outside_deed();

-- Drivers: that a project, or an output of it, moves an indicator: how strongly, who judged that when, and on what it rests.

create table driver (
  district_id smallint not null default 1,
  "id" text not null,
  "indicator" text not null,
  "project" text not null,
  "output" text,
  "strength" text not null check ("strength" in ('strong', 'medium', 'weak')),
  "judged_by" text not null,
  "judged_on" date not null,
  "basis_zh" text,
  "basis_en" text,
  "source" text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "id"),
  foreign key (district_id, "indicator") references "indicator" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "project") references "project" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "output") references "output" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "judged_by") references "department" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "source") references "source" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on driver
  for each statement execute function refuse_outside_deed();

-- Deal steps: what became of a deal on a day: signed, under way, realised, fallen through; its status follows from these.

create table deal_step (
  district_id smallint not null default 1,
  "deal" text not null,
  "what" text not null check ("what" in ('signed', 'under-way', 'realised', 'fallen-through')),
  "on" date not null,
  "realised" double precision,
  "source" text not null,
  "confidence" text not null check ("confidence" in ('high', 'medium', 'low')),
  "note_zh" text,
  "note_en" text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "deal", "on", "what"),
  foreign key (district_id, "deal") references "deal" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "source") references "source" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on deal_step
  for each statement execute function refuse_outside_deed();
