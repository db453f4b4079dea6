-- The registry held against kie.ai's catalogue: one request a second for minutes, so what is read is kept as it comes.

create table catalogue_checks (
  id       bigint generated always as identity primary key,
  state    text not null check (state in ('running', 'done', 'failed')),
  begun_at timestamptz not null,
  ended_at timestamptz,
  listed   boolean not null default false,
  words    text,
  report   jsonb,
  check ((state = 'done') = (report is not null))
);
comment on column catalogue_checks.words is 'What the last attempt failed of';
create unique index catalogue_checks_one on catalogue_checks (state) where state = 'running';

create table catalogue_readings (
  check_id  bigint not null references catalogue_checks (id),
  model_id  text not null,
  state     text not null check (state in ('listed', 'wanted', 'read')),
  published jsonb not null,
  primary key (check_id, model_id)
);
comment on table catalogue_readings is 'Of the check under way; empty between two';
