-- Telegram: what has been handled, and files that wait for the choice of what to do with them.

create table handled_updates (
  id bigint primary key,
  handled_at timestamptz not null
);
create index handled_updates_age on handled_updates (handled_at);

create table file_sets (
  id text primary key,
  person_id bigint not null references people (id),
  chat_id bigint not null,
  -- Telegram's media_group_id: the pictures of an album arrive one by one.
  album text,
  kind text not null check (kind in ('image', 'video', 'audio', 'file')),
  attachment_ids jsonb not null,
  caption text,
  message_id bigint,
  created_at timestamptz not null,
  unique (person_id, album)
);
