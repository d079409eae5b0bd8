-- What keeps the register trusted: added to 001, never changed after its release.

-- The schema a deed was written with, as its journal line says: so that the same line can be written again from the database.
alter table deed add column schema smallint not null default 1;

-- The key under which a person's name is sealed in the deeds. Outside the deeds: to erase a person is to delete the row. An embedded
-- database keeps it empty: there the keys are files.
create table person_key (
  district_id smallint not null default 1,
  id text not null,
  key text not null,
  name text not null,
  primary key (district_id, id)
);

-- A sentence keeps its id when it is reworded, and counts how often; one that is no longer in the text is held for what hangs on it.
alter table sentence add column revision integer not null default 1;
alter table sentence add column in_text boolean not null default true;
alter table sentence alter column revision drop default, alter column in_text drop default;

-- What a replaced text leaves open, until a person decides.
create table text_question (
  district_id smallint not null default 1,
  id text not null,
  document text not null,
  kind text not null check (kind in ('split', 'merged', 'reworded', 'removed', 'clause', 'phrase')),
  sentence text not null,
  candidates text[] not null,
  commitment text,
  mention_kind text check (
    mention_kind in ('commitment', 'place', 'project', 'indicator', 'event', 'park', 'department', 'document', 'district')
  ),
  mention_id text,
  words_zh text,
  words_en text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, document) references document (district_id, id) deferrable initially deferred,
  foreign key (district_id, sentence) references sentence (district_id, id) deferrable initially deferred,
  foreign key (district_id, commitment) references commitment (district_id, id) deferrable initially deferred
);
create trigger by_deed_only before insert or update or delete or truncate on text_question
  for each statement execute function refuse_outside_deed();
