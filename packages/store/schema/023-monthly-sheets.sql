-- What offices' monthly sheets say beyond schema 22 of a project and of a month: added to those before, never changed after its release.

alter table project
  add column lead_words text,
  add column list_number text,
  add column section text,
  add column approvals_words text,
  add column year_goal_words text;

alter table monthly_progress
  add column coordination_words text,
  add column next_words text,
  add column month_fen bigint check (month_fen >= 0),
  add column year_fen bigint check (year_fen >= 0);
