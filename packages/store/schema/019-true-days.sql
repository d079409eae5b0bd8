-- The days a district's dates may name, the day it opens as of, and that it is invented: added to those before, never changed after its release.

alter table district add column first_day date not null default '1949-01-01';
alter table district add column last_day date not null default '2100-12-31';
alter table district add column opens_on date;
alter table district add column invented boolean not null default false;

-- The level of the programme at which a project works towards a gate, and what the district calls the levels.
alter table gate add column level text;
alter table district add column levels jsonb not null default '{}';

-- What a step of a matter rested on; a step of before rests on nothing that is known.
alter table supervision_step add column basis text[] not null default '{}';
