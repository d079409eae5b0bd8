-- How an indicator of the health check is worked out from the places held: added to those before, never changed after its release.

alter table indicator
  add column place_method text check (place_method in ('nearest', 'count')),
  add column place_kind text check (place_kind in ('factory', 'compound', 'shantytown', 'bungalow', 'building', 'industrial-park', 'park', 'heritage', 'heritage-block', 'waterfront', 'flood-works', 'greenway', 'venue', 'landmark', 'institution', 'station', 'office', 'area')),
  add column within_m double precision;
