-- What is changed by a proposal alone, and the proposals: added to those before, never changed after its release.

-- A column that a department changes by a proposal.
create table review_rule (
  district_id smallint not null default 1,
  subject_kind text not null check (subject_kind in ('commitment', 'project')),
  field text not null,
  basis_zh text,
  basis_en text,
  source text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, subject_kind, field),
  foreign key (district_id, source) references source (district_id, id) deferrable initially deferred
);
create trigger by_deed_only before insert or update or delete or truncate on review_rule
  for each statement execute function refuse_outside_deed();

-- A change that waits, or what was decided of it. The record keeps the approved value until it is accepted.
create table pending_change (
  district_id smallint not null default 1,
  id text not null,
  subject_kind text not null check (subject_kind in ('commitment', 'project')),
  subject_id text not null,
  field text not null,
  approved text,
  proposed text,
  words_zh text,
  words_en text,
  proposed_on date not null,
  decision text check (decision in ('accepted', 'refused')),
  decided_on date,
  decision_words_zh text,
  decision_words_en text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id)
);
create trigger by_deed_only before insert or update or delete or truncate on pending_change
  for each statement execute function refuse_outside_deed();
