-- Who reports an indicator and how often, the formula it is worked out by, and of a value whether it is final and whether it is counted otherwise than those before: added to those before, never changed after its release.

alter table indicator
  add column owner text,
  add column frequency text check (frequency in ('monthly', 'quarterly', 'half-yearly', 'yearly')),
  add column formula text,
  add foreign key (district_id, owner) references department (district_id, id) deferrable initially deferred;

alter table indicator_value
  add column status text check (status in ('final', 'provisional', 'estimate')),
  add column breaks_series boolean not null default false;
