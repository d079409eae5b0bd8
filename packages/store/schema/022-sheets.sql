-- What offices' task sheets and monthly sheets say of a commitment and a project: added to those before, never changed after its release.

alter table commitment
  add column parent text,
  add column section text,
  add column list_number text,
  add column task_words text,
  add column report_words text,
  add column goal_zh text,
  add column goal_en text,
  add column leader text,
  add column co_leader text,
  add column owner_words text,
  add column support_words text,
  add column due_words text,
  add column quarter_goals_zh text,
  add column quarter_goals_en text,
  add column person text,
  add column progress_zh text,
  add column progress_en text,
  add column problem_zh text,
  add column problem_en text,
  add column next_step_zh text,
  add column next_step_en text,
  add column stated_state text;
alter table commitment add foreign key (district_id, parent) references commitment (district_id, id) deferrable initially deferred;

alter table project
  add column code text,
  add column category text,
  add column nature text,
  add column site_words text,
  add column scope_zh text,
  add column scope_en text,
  add column builder text,
  add column leader text,
  add column start_words text,
  add column finish_words text,
  add column contact text;
