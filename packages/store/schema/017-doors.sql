-- What the processes of one database share of who comes in: added to those before, never changed after its release.

-- How often something was changed of which processes keep a copy: one row, by which each finds out whether its copy still stands.
create table access_news (
  district_id smallint not null default 1,
  -- Drawers that were filled.
  filled bigint not null default 0,
  -- Drawers that were taken away.
  gone bigint not null default 0,
  -- Sessions that were ended.
  ended bigint not null default 0,
  primary key (district_id)
);
insert into access_news default values;

-- The number of the filling by which a drawer is as it is. The count is locked until the filling is committed, so none with a smaller number
-- comes after it.
alter table person_drawer add column filling bigint not null default 0;

create function number_filling() returns trigger language plpgsql as $$
begin
  update access_news set filled = filled + 1 where district_id = new.district_id returning filled into new.filling;
  return new;
end $$;
create trigger numbered before insert or update on person_drawer for each row execute function number_filling();

create function count_gone_drawer() returns trigger language plpgsql as $$
begin
  update access_news set gone = gone + 1 where district_id = old.district_id;
  return null;
end $$;
create trigger counted after delete on person_drawer for each row execute function count_gone_drawer();

create function count_ended_session() returns trigger language plpgsql as $$
begin
  if exists (select from ended) then
    update access_news set ended = access_news.ended + 1;
  end if;
  return null;
end $$;
create trigger counted after delete on session referencing old table as ended for each statement execute function count_ended_session();

-- Attempts to come in, counted before they are looked at, for a name, an address, a person: each by a hash, nothing that was typed.
-- Times in milliseconds since 1970.
create table attempt (
  district_id smallint not null default 1,
  key text not null,
  -- Wrong ones, and those that are being looked at.
  wrong integer not null check (wrong >= 0),
  underway integer not null check (underway >= 0),
  last bigint not null,
  -- Until then no other is taken.
  until bigint not null,
  primary key (district_id, key)
);
create index attempt_by_last on attempt (district_id, last);

-- What is kept for a short while and taken once: what a browser was asked, a name that is being given, who came in from where. By hashes.
create table short_lived (
  district_id smallint not null default 1,
  kind text not null,
  key text not null,
  -- Of whom only so many are kept.
  owner text not null,
  held text not null,
  until bigint not null,
  primary key (district_id, kind, key)
);
create index short_lived_by_owner on short_lived (district_id, kind, owner, until);
create index short_lived_by_until on short_lived (district_id, until);
