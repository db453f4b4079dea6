-- One message of the operators to many people: a row per recipient, so that nobody gets it twice and nobody is skipped.

create table broadcasts (
  id           bigint generated always as identity primary key,
  text         text not null,
  entities     jsonb not null default '[]',
  locale       text,
  active_days  integer check (active_days > 0),
  state        text not null check (state in ('draft', 'running', 'paused', 'cancelled', 'done')),
  created_at   timestamptz not null,
  started_at   timestamptz,
  ended_at     timestamptz,
  listed_to    bigint not null default 0,
  listed_all   boolean not null default false,
  total        bigint not null default 0,
  sent         bigint not null default 0,
  gone         bigint not null default 0,
  failed       bigint not null default 0,
  unsure       bigint not null default 0,
  lease        text,
  leased_until timestamptz
);
comment on column broadcasts.locale is 'Only people of this language; null: of all';
comment on column broadcasts.active_days is 'Only people seen within so many days before the start; null: all';
comment on column broadcasts.listed_to is 'Recipients are listed page by page, up to this id so far';
comment on column broadcasts.unsure is 'The process died while it sent: never sent again';

create table broadcast_recipients (
  broadcast_id bigint not null references broadcasts (id),
  person_id    bigint not null references people (id),
  state        text not null check (state in ('pending', 'sending', 'sent', 'gone', 'failed', 'unsure')),
  at           timestamptz not null,
  primary key (broadcast_id, person_id)
);
create index broadcast_recipients_open on broadcast_recipients (broadcast_id, person_id)
  where state in ('pending', 'sending');
