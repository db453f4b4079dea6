-- What the chat remembers of a person: settings by model, presets, which results are put away, and where each result stands.

-- Since when the person no longer wants to see it in the history.
alter table generations add column hidden_at timestamptz;

-- A reply to a result names a message.
create index parts_sent on parts using gin (sent jsonb_path_ops);

create table used_models (
  person_id bigint not null references people (id),
  model_id text not null,
  -- The choices, switches and numbers of the last run.
  settings jsonb not null,
  used_at timestamptz not null,
  primary key (person_id, model_id)
);
create index used_models_recent on used_models (person_id, used_at desc);

create table presets (
  id text primary key,
  person_id bigint not null references people (id),
  name text not null,
  model_id text not null,
  input jsonb not null,
  created_at timestamptz not null,
  unique (person_id, name)
);
