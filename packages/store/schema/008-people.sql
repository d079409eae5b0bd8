-- People who sign in: added to those before, never changed after its release.

-- An account: who may sign in. Names and credentials lie in the drawer, never in a row.
create table account (
  district_id smallint not null default 1,
  id text not null,
  roles text[] not null,
  department text,
  state text not null check (state in ('invited', 'open', 'closed')),
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id)
);
create trigger by_deed_only before insert or update or delete or truncate on account
  for each statement execute function refuse_outside_deed();

-- What follows stands outside the deeds: it is not district history, and it goes.

-- A person's name, mail, phone and credentials, sealed under the person's key: without the key nobody can read it. An embedded database keeps
-- it empty: there the drawers are files beside the keys.
create table person_drawer (
  district_id smallint not null default 1,
  id text not null,
  sealed text not null,
  primary key (district_id, id)
);

-- Who is signed in, by the hash of what the browser keeps.
create table session (
  district_id smallint not null default 1,
  hash text not null,
  person text not null,
  made text not null,
  seen text not null,
  expires text not null,
  primary key (district_id, hash)
);

-- Attempts to sign in, by id: no name, nothing that was typed. An embedded database keeps it empty: there the attempts are files by month, which
-- outlive a database that is made anew.
create table sign_in (
  district_id smallint not null default 1,
  seq bigint not null generated always as identity,
  at text not null,
  person text,
  result text not null,
  address text not null,
  primary key (district_id, seq)
);
create index sign_in_by_time on sign_in (district_id, at);

-- Who may know of a record. Until now everything was for the public, and stays so until someone says otherwise.
alter table source add column visibility text not null default 'public' check (visibility in ('public', 'district', 'department', 'confidential'));
alter table source alter column visibility drop default;
alter table document add column visibility text not null default 'public' check (visibility in ('public', 'district', 'department', 'confidential'));
alter table document alter column visibility drop default;
alter table commitment add column visibility text not null default 'public' check (visibility in ('public', 'district', 'department', 'confidential'));
alter table commitment alter column visibility drop default;
alter table place add column visibility text not null default 'public' check (visibility in ('public', 'district', 'department', 'confidential'));
alter table place alter column visibility drop default;
alter table project add column visibility text not null default 'public' check (visibility in ('public', 'district', 'department', 'confidential'));
alter table project alter column visibility drop default;
alter table event add column visibility text not null default 'public' check (visibility in ('public', 'district', 'department', 'confidential'));
alter table event alter column visibility drop default;
alter table park add column visibility text not null default 'public' check (visibility in ('public', 'district', 'department', 'confidential'));
alter table park alter column visibility drop default;
alter table indicator add column visibility text not null default 'public' check (visibility in ('public', 'district', 'department', 'confidential'));
alter table indicator alter column visibility drop default;
alter table figure add column visibility text not null default 'public' check (visibility in ('public', 'district', 'department', 'confidential'));
alter table figure alter column visibility drop default;
alter table outcome add column visibility text not null default 'public' check (visibility in ('public', 'district', 'department', 'confidential'));
alter table outcome alter column visibility drop default;
alter table report add column visibility text not null default 'public' check (visibility in ('public', 'district', 'department', 'confidential'));
alter table report alter column visibility drop default;
