-- What operators did: one row per act, written with the act itself. It only grows.

create table operator_actions (
  id       bigint generated always as identity primary key,
  key      text not null unique,
  at       timestamptz not null,
  via      text not null check (via in ('chat', 'desk', 'cli')),
  admin_id bigint,
  code     text not null,
  subject  text not null,
  reason   text not null default '',
  details  jsonb not null default '{}' check (jsonb_typeof(details) = 'object'),
  constraint operator_actions_by_somebody check ((admin_id is null) = (via = 'cli'))
);
comment on table operator_actions is 'The audit log: nothing in it is ever changed or removed';
comment on column operator_actions.key is 'Names the act: the same key twice acts once';
comment on column operator_actions.admin_id is 'Telegram''s user id; null at the terminal, which knows no names';
comment on column operator_actions.subject is 'What it was done to, e.g. person:42';
create index operator_actions_of_subject on operator_actions (subject, id desc);

create function operator_actions_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'operator: % of % is refused, the audit log only grows', TG_OP, TG_TABLE_NAME
    using errcode = 'restrict_violation';
end $$;

create trigger operator_actions_append_only before update or delete on operator_actions
  for each row execute function operator_actions_refuse_change();
create trigger operator_actions_no_truncate before truncate on operator_actions
  for each statement execute function operator_actions_refuse_change();
