-- On a server a large deed stands with its images as one packed value first, the same as the file of a batch in a data folder. The rows and images follow in a
-- transaction of their own, which takes the value away: what is here is a few seconds old, or was left by a process that was stopped in between.
create table deed_ahead (
  seq bigint primary key references deed (seq),
  sha256 text not null,
  packed bytea not null
);
create trigger by_deed_only before insert or update or delete or truncate on deed_ahead
  for each statement execute function refuse_outside_deed();
