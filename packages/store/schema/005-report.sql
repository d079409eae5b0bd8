-- Reports, frozen when they are made: added to 004, never changed after its release.

create table report (
  district_id smallint not null default 1,
  id text not null,
  number integer not null,
  title_zh text,
  title_en text,
  as_of date not null,
  made_on date not null,
  head_seq integer not null,
  head_hash text not null,
  hash text not null,
  content jsonb not null,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id)
);
create trigger by_deed_only before insert or update or delete or truncate on report
  for each statement execute function refuse_outside_deed();

-- A report may be taken back with its deed, and brought back; what stands in it is never another.
create trigger frozen before update on report
  for each row when (
    (old.id, old.number, old.title_zh, old.title_en, old.as_of, old.made_on, old.head_seq, old.head_hash, old.hash, old.content)
    is distinct from
    (new.id, new.number, new.title_zh, new.title_en, new.as_of, new.made_on, new.head_seq, new.head_hash, new.hash, new.content)
  )
  execute function refuse_rewriting();
