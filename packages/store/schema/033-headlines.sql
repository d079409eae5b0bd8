-- Which indicators are headline indicators of the leader's page, and in which order: added to those before, never changed after its release.

alter table indicator
  add column headline integer;
