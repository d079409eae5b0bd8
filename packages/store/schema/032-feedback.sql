-- Feedback: what somebody outside wrote about a published record, by when it is to be answered, and the answer.

create table feedback (
  district_id smallint not null default 1,
  "id" text not null,
  "name_zh" text,
  "name_en" text,
  "words_zh" text,
  "words_en" text,
  "commitment" text,
  "project" text,
  "place" text,
  "park" text,
  "received_on" date,
  "owner" text,
  "due_on" date,
  "answer_zh" text,
  "answer_en" text,
  "answered_on" date,
  "dismissed" text check ("dismissed" in ('spam', 'out-of-scope')),
  "dismissal_zh" text,
  "dismissal_en" text,
  "contact" text,
  "secret_hash" text,
  "note_zh" text,
  "note_en" text,
  "visibility" text not null check ("visibility" in ('public', 'district', 'department', 'confidential')),
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, "id"),
  foreign key (district_id, "commitment") references "commitment" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "project") references "project" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "place") references "place" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "park") references "park" (district_id, id) deferrable initially deferred,
  foreign key (district_id, "owner") references "department" (district_id, id) deferrable initially deferred
);

create trigger by_deed_only before insert or update or delete or truncate on feedback
  for each statement execute function refuse_outside_deed();
