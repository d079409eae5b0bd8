-- How a task sheet of an office is read, kept for the next one like it.
create table recipe (
  district_id smallint not null default 1,
  id text not null,
  name_zh text,
  name_en text,
  document text,
  adds_sentences boolean not null,
  year integer,
  columns text[] not null,
  departments text[] not null,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, document) references document (district_id, id) deferrable initially deferred
);
create trigger by_deed_only before insert or update or delete or truncate on recipe
  for each statement execute function refuse_outside_deed();
