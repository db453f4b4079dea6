-- People, who brought whom, and their free uses.

create table people (
  id             bigint primary key check (id > 0),
  first_name     text not null,
  username       text,
  locale         text not null,
  locale_chosen  boolean not null default false,
  settings       jsonb not null default '{}' check (jsonb_typeof(settings) = 'object'),
  referral_code  text not null unique,
  bot_blocked_at timestamptz,
  banned_at      timestamptz,
  created_at     timestamptz not null,
  last_seen_at   timestamptz not null
);
comment on column people.id is 'Telegram''s user id';
comment on column people.locale is 'Follows Telegram''s language until the person chooses one';
create index people_username on people (lower(username));

create table referrals (
  person_id   bigint primary key references people (id),
  invited_by  bigint not null references people (id),
  at          timestamptz not null,
  rewarded_at timestamptz,
  constraint referrals_not_oneself check (person_id <> invited_by)
);
comment on column referrals.rewarded_at is 'Set once, with the first real use of the invited person';
create index referrals_invited_by on referrals (invited_by);

create table free_uses (
  key           text primary key,
  person_id     bigint not null references people (id),
  quota         text not null,
  day           date not null,
  reserved_at   timestamptz not null,
  given_back_at timestamptz
);
comment on column free_uses.key is 'The deed that is free, e.g. a generation''s id';
comment on column free_uses.day is 'The day it counts for, in the operator''s time zone';
create index free_uses_of_a_day on free_uses (person_id, quota, day) where given_back_at is null;
