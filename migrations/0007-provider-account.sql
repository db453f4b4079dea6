-- Our account at kie.ai: what is left of it, and whether selling goes on. And the index of the money report.

create table provider_account (
  only_row    boolean primary key default true check (only_row),
  level       text not null default 'enough' check (level in ('enough', 'low', 'closed')),
  kie_credits double precision,
  asked_at    timestamptz
);
comment on table provider_account is 'One row, so that all replicas sell or stop selling together; null until kie.ai has been asked';
insert into provider_account default values;

create index generations_finished on generations (finished_at) where finished_at is not null;
