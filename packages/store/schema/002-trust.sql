-- What keeps the register trusted: added to 001, never changed after its release.

-- The schema a deed was written with, as its journal line says: so that the same line can be written again from the database.
alter table deed add column schema smallint not null default 1;
