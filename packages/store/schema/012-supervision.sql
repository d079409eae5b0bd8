-- Matters under supervision, and comments: added to those before, never changed after its release.

-- What is asked of which record, of whom, and by when.
create table supervision (
  district_id smallint not null default 1,
  id text not null,
  subject_kind text not null check (subject_kind in ('commitment', 'project', 'place', 'event', 'indicator')),
  subject_id text not null,
  asked_zh text,
  asked_en text,
  instruction_zh text,
  instruction_en text,
  source text,
  lead text not null,
  due_on date not null,
  registered_on date not null,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, source) references source (district_id, id) deferrable initially deferred,
  foreign key (district_id, lead) references department (district_id, id) deferrable initially deferred
);
create trigger by_deed_only before insert or update or delete or truncate on supervision
  for each statement execute function refuse_outside_deed();

-- The departments that co-operate in it.
create table supervision_department (
  district_id smallint not null default 1,
  supervision text not null,
  department text not null,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, supervision, department),
  foreign key (district_id, supervision) references supervision (district_id, id) deferrable initially deferred,
  foreign key (district_id, department) references department (district_id, id) deferrable initially deferred
);
create trigger by_deed_only before insert or update or delete or truncate on supervision_department
  for each statement execute function refuse_outside_deed();

-- What was done with it, in order; where it stands follows from these and is kept nowhere.
create table supervision_step (
  district_id smallint not null default 1,
  supervision text not null,
  position integer not null,
  step text not null check (step in ('signed-for', 'reported', 'returned', 'verified', 'closed')),
  "on" date not null,
  words_zh text,
  words_en text,
  department text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, supervision, position),
  foreign key (district_id, supervision) references supervision (district_id, id) deferrable initially deferred,
  foreign key (district_id, department) references department (district_id, id) deferrable initially deferred
);
create trigger by_deed_only before insert or update or delete or truncate on supervision_step
  for each statement execute function refuse_outside_deed();

-- A file may prove something of such a matter.
alter table evidence drop constraint evidence_subject_kind_check;
alter table evidence add constraint evidence_subject_kind_check check (
  subject_kind in (
    'commitment',
    'place',
    'project',
    'indicator',
    'event',
    'park',
    'department',
    'document',
    'district',
    'supervision'
  )
);

-- What people of the office say of a record. Who said it is told by the deed; without words it was withdrawn.
create table comment (
  district_id smallint not null default 1,
  id text not null,
  subject_kind text not null check (subject_kind in ('sentence', 'commitment', 'place', 'project', 'indicator')),
  subject_id text not null,
  reply_to text,
  "on" date not null,
  words_zh text,
  words_en text,
  accounts text[] not null,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, reply_to) references comment (district_id, id) deferrable initially deferred
);
create trigger by_deed_only before insert or update or delete or truncate on comment
  for each statement execute function refuse_outside_deed();

-- The departments it mentions.
create table comment_department (
  district_id smallint not null default 1,
  comment text not null,
  department text not null,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, comment, department),
  foreign key (district_id, comment) references comment (district_id, id) deferrable initially deferred,
  foreign key (district_id, department) references department (district_id, id) deferrable initially deferred
);
create trigger by_deed_only before insert or update or delete or truncate on comment_department
  for each statement execute function refuse_outside_deed();
