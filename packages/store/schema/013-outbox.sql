-- What the courier of notices keeps between two runs: added to those before, never changed after its release.

-- It stands outside the deeds. An embedded database keeps it empty: there it is files, which outlive a database that is made anew.
create table outbox_note (
  district_id smallint not null default 1,
  name text not null,
  text text not null,
  primary key (district_id, name)
);
