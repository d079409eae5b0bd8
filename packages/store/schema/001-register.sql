-- The register: one table for each entry of TABLES in packages/domain/src/register/tables.ts, with the same names.
-- `test/schema.test.ts` compares the two both ways. In every table:
--   district_id  comes first in the key, so that many districts can share or split one database later;
--   rev          counts the deeds that touched the row;
--   ord          keeps the order in which rows were added, so that an export writes the folder as it was read.
-- Periods are text as published ('2024', '2024-Q1', '2021/2024'); a kind + id pair points to several tables and is checked in the domain.
-- References are deferred: a deed may bring rows in any order, and is checked whole before its journal line is written.

create table schema_version (
  version integer primary key,
  file text not null,
  sha256 text not null
);

-- Every write is a deed. `seq` counts without gaps; `hash` chains each deed to the one before, as in the journal.
create table deed (
  seq bigint primary key,
  at timestamptz not null,
  who text not null,
  verb text not null,
  reason text not null,
  idem text unique,
  undoes bigint references deed (seq),
  change_count integer not null,
  prev_hash text not null,
  hash text not null unique
);

-- The row images of a deed: `before` is null where it created the row, `after` where it deleted it.
create table deed_change (
  seq bigint not null references deed (seq),
  position integer not null,
  table_name text not null,
  key text not null,
  before jsonb,
  after jsonb,
  primary key (seq, position),
  unique (table_name, key, seq)
);

-- The district itself: one row.
create table district (
  district_id smallint not null default 1,
  id text not null,
  name_zh text,
  name_en text,
  frame jsonb not null,
  metre_crs text not null,
  time_zone text not null,
  languages text[] not null,
  axes jsonb not null,
  units jsonb not null,
  notice_zh text,
  notice_en text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id)
);

-- Where a date, a figure or a position was read.
create table source (
  district_id smallint not null default 1,
  id text not null,
  title text not null,
  kind text not null check (
    kind in (
      'official',
      'press',
      'reprint',
      'encyclopedia',
      'secondary',
      'law',
      'dataset',
      'recalled',
      'estimate'
    )
  ),
  url text,
  dated text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id)
);

-- An organ that owns or supports work.
create table department (
  district_id smallint not null default 1,
  id text not null,
  name_zh text,
  name_en text,
  role_zh text,
  role_en text,
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  source text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, source) references source (district_id, id) deferrable initially deferred
);

-- A plan, or another plan it carries out.
create table document (
  district_id smallint not null default 1,
  id text not null,
  title_zh text,
  title_en text,
  kind text not null check (kind in ('plan', 'linked-plan')),
  wording text not null check (wording in ('official', 'rendering', 'none')),
  covers text,
  publisher_zh text,
  publisher_en text,
  published_on date,
  source text,
  note_zh text,
  note_en text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, source) references source (district_id, id) deferrable initially deferred
);

-- A sentence of a plan text.
create table sentence (
  district_id smallint not null default 1,
  id text not null,
  document text not null,
  paragraph integer not null,
  position integer not null,
  text_zh text,
  text_en text,
  kind text not null check (kind in ('promise', 'narrative', 'source')),
  reason_zh text,
  reason_en text,
  checked_zh boolean not null,
  checked_en boolean not null,
  tags text[] not null,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, document) references document (district_id, id) deferrable initially deferred
);

-- One promising verb with its objects.
create table commitment (
  district_id smallint not null default 1,
  id text not null,
  sentence text not null,
  title_zh text,
  title_en text,
  clause_zh text,
  clause_en text,
  verb_class text check (
    verb_class in (
      'start',
      'expedite',
      'continue',
      'host',
      'implement',
      'establish',
      'construct-series',
      'improve',
      'promote',
      'integrate',
      'plan-ahead',
      'aim'
    )
  ),
  list_closed boolean not null,
  owner text,
  owner_basis_zh text,
  owner_basis_en text,
  due_on date,
  due_basis_zh text,
  due_basis_en text,
  due_source text,
  no_place_reason_zh text,
  no_place_reason_en text,
  tags text[] not null,
  note_zh text,
  note_en text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, sentence) references sentence (district_id, id) deferrable initially deferred,
  foreign key (district_id, owner) references department (district_id, id) deferrable initially deferred,
  foreign key (district_id, due_source) references source (district_id, id) deferrable initially deferred
);

-- A thing with a position; a site is a place that can be renewed.
create table place (
  district_id smallint not null default 1,
  id text not null,
  name_zh text,
  name_en text,
  kind text not null check (
    kind in (
      'factory',
      'compound',
      'shantytown',
      'bungalow',
      'building',
      'industrial-park',
      'park',
      'heritage',
      'heritage-block',
      'waterfront',
      'flood-works',
      'greenway',
      'venue',
      'landmark',
      'institution',
      'station',
      'office',
      'area'
    )
  ),
  is_site boolean not null,
  position text not null check (position in ('known', 'assumed', 'not-known', 'none')),
  confidence text check (confidence in ('high', 'medium', 'low')),
  position_basis_zh text,
  position_basis_en text,
  no_place_reason_zh text,
  no_place_reason_en text,
  land_title text check (land_title in ('state-granted', 'state-allocated', 'collective', 'mixed', 'not-known')),
  land_title_note_zh text,
  land_title_note_en text,
  tags text[] not null,
  note_zh text,
  note_en text,
  geometry jsonb,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id)
);

-- A drawn line or area: the outline of a place, or the base map.
create table feature (
  district_id smallint not null default 1,
  id text not null,
  layer text not null check (layer in ('outline', 'district', 'river', 'water', 'road', 'rail', 'contour', 'hill')),
  place text,
  name_zh text,
  name_en text,
  rank integer,
  height_m double precision,
  illustrative boolean not null,
  basis_zh text,
  basis_en text,
  geometry jsonb not null,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, place) references place (district_id, id) deferrable initially deferred
);

-- Work on sites.
create table project (
  district_id smallint not null default 1,
  id text not null,
  name_zh text,
  name_en text,
  kind text not null check (
    kind in (
      'old-factory',
      'old-compound',
      'shantytown',
      'bungalow',
      'low-efficiency-building',
      'dual-use',
      'flood-defence',
      'industrial-park',
      'heritage',
      'park',
      'greenway',
      'institution',
      'plan',
      'policy',
      'programme'
    )
  ),
  verb_class text check (
    verb_class in (
      'start',
      'expedite',
      'continue',
      'host',
      'implement',
      'establish',
      'construct-series',
      'improve',
      'promote',
      'integrate',
      'plan-ahead',
      'aim'
    )
  ),
  lead text,
  lead_basis_zh text,
  lead_basis_en text,
  due_on date,
  due_basis_zh text,
  due_basis_en text,
  due_source text,
  no_place_reason_zh text,
  no_place_reason_en text,
  tags text[] not null,
  note_zh text,
  note_en text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, lead) references department (district_id, id) deferrable initially deferred,
  foreign key (district_id, due_source) references source (district_id, id) deferrable initially deferred
);

-- A dated event.
create table event (
  district_id smallint not null default 1,
  id text not null,
  name_zh text,
  name_en text,
  dates text not null,
  place text,
  organisers_zh text,
  organisers_en text,
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  source text,
  no_place_reason_zh text,
  no_place_reason_en text,
  tags text[] not null,
  note_zh text,
  note_en text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, place) references place (district_id, id) deferrable initially deferred,
  foreign key (district_id, source) references source (district_id, id) deferrable initially deferred
);

-- An industrial park or cluster.
create table park (
  district_id smallint not null default 1,
  id text not null,
  name_zh text,
  name_en text,
  place text,
  project text,
  no_place_reason_zh text,
  no_place_reason_en text,
  tags text[] not null,
  note_zh text,
  note_en text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, place) references place (district_id, id) deferrable initially deferred,
  foreign key (district_id, project) references project (district_id, id) deferrable initially deferred
);

-- A defined number.
create table indicator (
  district_id smallint not null default 1,
  id text not null,
  name_zh text,
  name_en text,
  unit text not null,
  direction text not null check (direction in ('up', 'down', 'none')),
  definition_zh text,
  definition_en text,
  source text,
  tags text[] not null,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, source) references source (district_id, id) deferrable initially deferred
);

-- Words of a sentence that name a thing.
create table mention (
  district_id smallint not null default 1,
  sentence text not null,
  thing_kind text not null check (
    thing_kind in (
      'commitment',
      'place',
      'project',
      'indicator',
      'event',
      'park',
      'department',
      'document',
      'district'
    )
  ),
  thing_id text not null,
  phrase_zh text,
  phrase_en text,
  aim text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, sentence, thing_kind, thing_id),
  foreign key (district_id, sentence) references sentence (district_id, id) deferrable initially deferred
);

-- How one record bears on another.
create table link (
  district_id smallint not null default 1,
  from_kind text not null check (
    from_kind in (
      'commitment',
      'place',
      'project',
      'indicator',
      'event',
      'park',
      'department',
      'document',
      'district'
    )
  ),
  from_id text not null,
  relation text not null check (
    relation in (
      'serves',
      'stands-on',
      'names',
      'measures',
      'member-of',
      'co-operates',
      'implements',
      'held-for'
    )
  ),
  to_kind text not null check (
    to_kind in (
      'commitment',
      'place',
      'project',
      'indicator',
      'event',
      'park',
      'department',
      'document',
      'district'
    )
  ),
  to_id text not null,
  source text,
  note_zh text,
  note_en text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, from_kind, from_id, relation, to_kind, to_id),
  foreign key (district_id, source) references source (district_id, id) deferrable initially deferred
);

-- A dated value of an indicator.
create table indicator_value (
  district_id smallint not null default 1,
  indicator text not null,
  kind text not null check (kind in ('baseline', 'target', 'actual')),
  period text not null,
  value double precision not null,
  qualifier text check (qualifier in ('at-least', 'over', 'about', 'nearly', 'at-most')),
  source text not null,
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  note_zh text,
  note_en text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, indicator, kind, period, source),
  foreign key (district_id, indicator) references indicator (district_id, id) deferrable initially deferred,
  foreign key (district_id, source) references source (district_id, id) deferrable initially deferred
);

-- A published figure of a record.
create table figure (
  district_id smallint not null default 1,
  id text not null,
  subject_kind text not null check (
    subject_kind in (
      'commitment',
      'place',
      'project',
      'indicator',
      'event',
      'park',
      'department',
      'document',
      'district'
    )
  ),
  subject_id text not null,
  label_zh text,
  label_en text,
  value double precision,
  words_zh text,
  words_en text,
  unit text,
  qualifier text check (qualifier in ('at-least', 'over', 'about', 'nearly', 'at-most')),
  period text,
  source text not null,
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  note_zh text,
  note_en text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, source) references source (district_id, id) deferrable initially deferred
);

-- Something that happened, with its date and source: states are computed from these.
create table outcome (
  district_id smallint not null default 1,
  id text not null,
  subject_kind text not null check (subject_kind in ('commitment', 'project', 'event')),
  subject_id text not null,
  what text not null check (
    what in (
      'started',
      'progress',
      'completed',
      'opened',
      'held',
      'accepted',
      'adopted',
      'measured',
      'in-use',
      'announced',
      'rescheduled',
      'not-done',
      'reviewed'
    )
  ),
  dates text not null,
  known_from date,
  value double precision,
  unit text,
  new_due_on date,
  source text,
  confidence text not null check (confidence in ('high', 'medium', 'low')),
  note_zh text,
  note_en text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, source) references source (district_id, id) deferrable initially deferred
);


-- Nobody writes past the journal: a write must stand in a transaction that has named its deed, as the store does.
create function refuse_outside_deed() returns trigger language plpgsql as $$
begin
  if coalesce(current_setting('westgate.deed', true), '') = '' then
    raise exception 'table % is written by deeds only', tg_table_name;
  end if;
  return null;
end
$$;

-- Deeds are never changed: to take one back is another deed.
create function refuse_rewriting() returns trigger language plpgsql as $$
begin
  raise exception 'table % only grows', tg_table_name;
end
$$;

do $$
declare
  name text;
begin
  for name in select tablename from pg_tables where schemaname = 'public' and tablename <> 'schema_version' loop
    execute format(
      'create trigger by_deed_only before insert or update or delete or truncate on %I
       for each statement execute function refuse_outside_deed()', name);
  end loop;
  foreach name in array array['deed', 'deed_change'] loop
    execute format(
      'create trigger grows_only before update or delete or truncate on %I
       for each statement execute function refuse_rewriting()', name);
  end loop;
end
$$;
