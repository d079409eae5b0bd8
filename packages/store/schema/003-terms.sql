-- The words that drafts of commitments are read with: added to 002, never changed after its release.

-- A word of the district's plans: a short name of a department or place, or a word of the rules.
create table term (
  district_id smallint not null default 1,
  kind text not null check (
    kind in (
      'verb',
      'verb-form',
      'verb-noun',
      'verb-object',
      'verb-modifier',
      'target-verb',
      'promise',
      'purpose',
      'connective',
      'preposition',
      'past',
      'section',
      'qualifier',
      'scale',
      'numeral',
      'amount-unit',
      'date-part',
      'department',
      'department-ending',
      'place',
      'place-ending'
    )
  ),
  language text not null check (language in ('zh', 'en')),
  words text not null,
  meaning text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, kind, language, words)
);
create trigger by_deed_only before insert or update or delete or truncate on term
  for each statement execute function refuse_outside_deed();
