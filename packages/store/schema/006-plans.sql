-- What an office needs to work on its own plans: added to those before, never changed after its release.

-- A promise may go on from one of an earlier plan.
alter table link
  drop constraint link_relation_check,
  add constraint link_relation_check check (
    relation in (
      'serves',
      'stands-on',
      'names',
      'measures',
      'member-of',
      'co-operates',
      'implements',
      'held-for',
      'follows'
    )
  );

-- Words of a sentence that a person refused to take for a commitment, so that they are not drafted again.
create table draft_refusal (
  district_id smallint not null default 1,
  id text not null,
  sentence text not null,
  words_zh text,
  words_en text,
  note_zh text,
  note_en text,
  rev integer not null check (rev > 0),
  ord bigint not null generated always as identity,
  primary key (district_id, id),
  foreign key (district_id, sentence) references sentence (district_id, id) deferrable initially deferred
);
create trigger by_deed_only before insert or update or delete or truncate on draft_refusal
  for each statement execute function refuse_outside_deed();
