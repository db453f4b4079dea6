-- The operator's desk: its links and sessions, the processes that live, and figures counted once per day.

-- One-time links into the desk, and the sessions that they open; only hashes are kept.
create table desk_links (
  hash text primary key,
  person_id bigint not null references people (id),
  ends_at timestamptz not null
);
create index desk_links_of_person on desk_links (person_id);

create table desk_sessions (
  hash text primary key,
  person_id bigint not null references people (id),
  ends_at timestamptz not null
);
create index desk_sessions_age on desk_sessions (ends_at);

-- Every process writes its row again and again; one that has not done so lately is gone.
create table replicas (
  id text primary key,
  role text not null,
  host text not null,
  pid integer not null,
  state text not null,
  leads boolean not null,
  calls jsonb not null,
  started_at timestamptz not null,
  seen_at timestamptz not null
);
comment on column replicas.calls is 'What Telegram and kie.ai answered this process in its last minutes';

-- What a day brought, counted from the generations that ended on it; counted again while it may still change.
create table day_figures (
  day date not null,
  time_zone text not null,
  counted_at timestamptz not null,
  figures jsonb not null,
  primary key (day, time_zone)
);

-- Lists of the desk, newest first; each page is one range of an index.
create index generations_recent on generations (created_at desc, id desc);
create index generations_of_model on generations (model_id, created_at desc, id desc);
create index generations_unwell on generations (created_at desc, id desc) where state in ('failed', 'cancelled');
create index people_recent on people (created_at desc, id desc);
create index people_banned on people (created_at desc, id desc) where banned_at is not null;
create index people_username_begins on people (lower(username) text_pattern_ops);
create index people_first_name_begins on people (lower(first_name) text_pattern_ops);
create index payments_recent on payments (paid_at desc, charge_id desc);
create index payments_of_payer on payments (payer_id, paid_at desc);
