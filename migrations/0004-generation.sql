-- Generations: one row per paid run of a model, from the intent to the delivered result.

create table generations (
  id text primary key,
  key text not null unique,
  person_id bigint not null references people (id),
  chat_id bigint not null,
  model_id text not null,
  input jsonb not null,
  -- The input with every attachment replaced by its uploaded URL; null until the files are there.
  task_input jsonb,
  quote jsonb not null,
  credits bigint not null check (credits > 0),
  state text not null check (state in (
    'queued', 'submitting', 'uncertain', 'running', 'succeeded', 'delivered', 'failed', 'cancelled')),
  callback_secret text not null,
  task_id text unique,
  failure jsonb,
  result jsonb,
  kie_credits double precision,
  status_message_id bigint,
  attempts integer not null default 0,
  -- When somebody must look at this row again; null where nothing more will happen.
  wake_at timestamptz,
  leased_until timestamptz,
  late_told_at timestamptz,
  created_at timestamptz not null,
  submitted_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  check (state not in ('running', 'succeeded', 'delivered') or task_id is not null),
  check (state <> 'failed' or failure is not null),
  check (state not in ('delivered', 'failed', 'cancelled') or finished_at is not null)
);

create index generations_wake on generations (state, wake_at) where wake_at is not null;
create index generations_queue on generations (person_id, created_at) where state = 'queued';
create index generations_history on generations (person_id, created_at desc, id desc);
create index generations_open on generations (person_id)
  where state in ('queued', 'submitting', 'uncertain', 'running', 'succeeded');
create index generations_run_times on generations (model_id, finished_at desc) where state = 'delivered';

-- The story of a generation: each state it entered, and when.
create table moves (
  id bigint generated always as identity primary key,
  generation_id text not null references generations (id),
  state text not null,
  at timestamptz not null
);
create index moves_story on moves (generation_id, id);

-- When each person was last served: the line moves round-robin between people.
create table turns (
  person_id bigint primary key references people (id),
  served_at timestamptz not null
);

-- The provider's account-wide limit: the moments of the last calls, one row, its lock is the turnstile.
create table provider_window (
  name text primary key,
  taken timestamptz[] not null default '{}'
);
insert into provider_window (name) values ('createTask');

create table parts (
  generation_id text not null references generations (id),
  index integer not null,
  state text not null check (state in ('pending', 'sending', 'sent', 'uncertain', 'kept')),
  items jsonb not null,
  text text,
  sent jsonb not null default '[]',
  -- True where a crash hid Telegram's answer and the part was sent again.
  sent_again boolean not null default false,
  primary key (generation_id, index)
);

create table attachments (
  id text primary key,
  person_id bigint not null references people (id),
  ref text not null,
  kind text not null check (kind in ('image', 'video', 'audio', 'file')),
  mime text not null,
  file_name text not null,
  size_bytes bigint,
  width integer,
  height integer,
  duration_seconds double precision,
  url text,
  url_expires_at timestamptz,
  created_at timestamptz not null,
  unique (person_id, ref)
);

create table drafts (
  id text primary key,
  person_id bigint not null references people (id),
  chat_id bigint not null,
  model_id text not null,
  input jsonb not null,
  revision integer not null default 1,
  awaiting text,
  message_id bigint,
  state text not null default 'open' check (state in ('open', 'submitted', 'closed')),
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index drafts_awaiting on drafts (person_id, chat_id, updated_at desc) where state = 'open';
