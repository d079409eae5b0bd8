-- The days a district's dates may name, the day it opens as of, and that it is invented: added to those before, never changed after its release.

alter table district add column first_day date not null default '1949-01-01';
alter table district add column last_day date not null default '2100-12-31';
alter table district add column opens_on date;
alter table district add column invented boolean not null default false;

-- The level of the programme at which a project works towards a gate, and what the district calls the levels.
alter table gate
  add column level text check (level in ('planning', 'reserve', 'delivery', 'acceptance', 'operation'));
alter table district add column levels jsonb not null default '{}';

-- What a step of a matter rested on; a step of before rests on nothing that is known.
alter table supervision_step add column basis text[] not null default '{}';

-- What was taken from a source that must be named: the position of a place, a feature of the base map, and the words to show.
alter table source add column attribution_zh text;
alter table source add column attribution_en text;
alter table place add column source text;
alter table place add column source_ref text;
alter table place add foreign key (district_id, source) references source (district_id, id) deferrable initially deferred;
alter table feature add column source text;
alter table feature add foreign key (district_id, source) references source (district_id, id) deferrable initially deferred;
alter table feature
  drop constraint feature_layer_check,
  add constraint feature_layer_check
    check (layer in ('outline', 'district', 'river', 'water', 'road', 'rail', 'contour', 'hill', 'locality'));
