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
