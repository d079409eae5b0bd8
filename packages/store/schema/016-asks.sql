-- Asks for what a gate asks for: added to those before, never changed after its release.

-- A matter that asks a department for what a gate of its project asks for; it is answered by what is brought, not by steps.
alter table supervision add column requirement text;
alter table supervision add constraint supervision_requirement_fkey foreign key (district_id, requirement)
  references requirement (district_id, id) deferrable initially deferred;
alter table supervision add constraint supervision_requirement_of_project check (requirement is null or subject_kind = 'project');
