-- What an office needs to carry projects through their gates: added to those before, never changed after its release.

-- Files that prove something. Their bytes are kept under their hash: in a data folder as files, on a server in kept_file.
create table evidence (
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
  title_zh text,
  title_en text,
  file_name text not null,
  media_type text not null check (
    media_type in (
      'application/pdf',
      'image/jpeg',
      'image/png',
      'image/webp',
      'image/heic',
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'text/csv',
      'text/plain'
    )
  ),
  bytes integer not null,
  sha256 text not null,
  "on" date not null,
  note_zh text,
  note_en text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id)
);
create trigger by_deed_only before insert or update or delete or truncate on evidence
  for each statement execute function refuse_outside_deed();

-- The bytes themselves, outside the deeds: a data folder has them as files and leaves this table empty.
create table kept_file (
  district_id smallint not null default 1,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content bytea not null,
  kept_at timestamptz not null default now(),
  primary key (district_id, sha256)
);
