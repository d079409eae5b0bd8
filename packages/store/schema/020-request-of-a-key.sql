-- What was asked with an idempotency key, as SHA-256 in hex: added to those before, never changed after its release. A deed of before has a key alone.

alter table deed
  add column request text check (request ~ '^[0-9a-f]{64}$'),
  add constraint deed_request_has_key check (request is null or idem is not null);
