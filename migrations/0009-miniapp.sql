-- The Mini App: files that people put in it, and launches that have been used.

-- Bytes in pieces, so that no single value is large; attachments name a file as `upload:<id>`.
create table uploads (
  id text not null,
  piece integer not null,
  person_id bigint not null references people (id),
  bytes bytea not null,
  created_at timestamptz not null,
  primary key (id, piece)
);
create index uploads_of_person on uploads (person_id, created_at);
create index uploads_age on uploads (created_at);

-- Telegram's signed launch data opens sessions for the one page that used it first; only hashes are kept.
create table launches (
  hash text primary key,
  key_hash text not null,
  person_id bigint not null references people (id),
  opened_at timestamptz not null
);
create index launches_age on launches (opened_at);
