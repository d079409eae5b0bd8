-- Views of the ledger of supervision are kept as well: added to those before, never changed after its release.

alter table saved_view drop constraint saved_view_screen_check;
alter table saved_view add constraint saved_view_screen_check
  check (screen in ('register', 'programme', 'exceptions', 'monthly', 'supervision'));
