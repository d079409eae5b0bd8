-- What long work was asked for and what came of it, and the files that it made: added to those before, never changed after its release.

-- They stand outside the deeds. An embedded database keeps both empty: there they are files, which outlive a database that is made anew.
create table run (
  district_id smallint not null default 1,
  id text not null,
  rev integer not null,
  owner text not null,
  is_over boolean not null,
  asked_at timestamptz not null,
  -- The process that does it was there.
  seen_at timestamptz not null default now(),
  file text check (file ~ '^[0-9a-f]{64}$'),
  told text not null,
  primary key (district_id, id)
);

create table run_file (
  district_id smallint not null default 1,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  part integer not null,
  content bytea not null,
  kept_at timestamptz not null default now(),
  primary key (district_id, sha256, part)
);
