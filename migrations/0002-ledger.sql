-- The ledger: who owns how many credits, and every movement that made it so.
--
-- A transfer moves whole credits from one account to another and is never changed afterwards. A hold
-- is a 'pending' transfer; a second row that points at it ('posted' = captured, 'voided' = released)
-- settles it. A 'posted' transfer without a pending one moves credits at once.

create table ledger_accounts (
  person_id bigint primary key,
  balance   bigint not null default 0,
  held      bigint not null default 0,
  constraint ledger_accounts_held_not_negative check (held >= 0),
  constraint ledger_accounts_available_not_negative check (balance - held >= 0)
);
comment on table ledger_accounts is 'One row per person. The accounts of the house (income, stars, …) have no row: their balance is the sum of their transfers, so that nobody waits for them.';
comment on column ledger_accounts.balance is 'Sum of the posted transfers; what is available is balance - held';
comment on column ledger_accounts.held is 'Sum of the pending transfers that nothing has settled yet';

create table ledger_transfers (
  id           bigint generated always as identity primary key,
  key          text not null,
  phase        text not null check (phase in ('pending', 'posted', 'voided')),
  pending_id   bigint references ledger_transfers (id),
  person_id    bigint not null references ledger_accounts (person_id),
  from_account text not null,
  to_account   text not null,
  amount       bigint not null check (amount >= 0),
  kind         text not null,
  memo         text not null,
  at           timestamptz not null,
  constraint ledger_transfers_settled_once unique (pending_id),
  constraint ledger_transfers_phase_fits check (
    case phase when 'pending' then pending_id is null when 'voided' then pending_id is not null else true end
  ),
  constraint ledger_transfers_person_and_house check (
    (from_account = 'person:' || person_id and to_account in ('income', 'stars', 'grants', 'refunds', 'operator'))
    or
    (to_account = 'person:' || person_id and from_account in ('income', 'stars', 'grants', 'refunds', 'operator')
      and phase = 'posted' and pending_id is null)
  )
);
comment on column ledger_transfers.key is 'Names the deed, e.g. stars:<charge id>; a settlement repeats the key of its hold';
comment on column ledger_transfers.kind is 'What it was for: spend, start, stars, promo, refund, …';
comment on column ledger_transfers.memo is 'What the person reads in the statement; for a settlement its reason';

create unique index ledger_transfers_key_once on ledger_transfers (key) where pending_id is null;
create index ledger_transfers_statement on ledger_transfers (person_id, id desc) where pending_id is null;

-- A transfer moves the account in the same statement, and nothing else ever does.
create function ledger_apply_transfer() returns trigger language plpgsql as $$
declare
  hold ledger_transfers;
  balance_change bigint := 0;
  held_change bigint := 0;
begin
  if NEW.phase = 'pending' then
    held_change := NEW.amount;
  elsif NEW.pending_id is null then
    balance_change := case when NEW.from_account = 'person:' || NEW.person_id then -NEW.amount else NEW.amount end;
  else
    select * into strict hold from ledger_transfers where id = NEW.pending_id;
    if hold.phase <> 'pending'
      or (hold.key, hold.person_id, hold.from_account, hold.to_account, hold.kind)
        is distinct from (NEW.key, NEW.person_id, NEW.from_account, NEW.to_account, NEW.kind)
      or NEW.amount > hold.amount
      or (NEW.phase = 'voided' and NEW.amount <> hold.amount)
    then
      raise exception 'ledger: transfer % does not settle hold %', NEW.id, NEW.pending_id using errcode = 'check_violation';
    end if;
    held_change := -hold.amount;
    balance_change := case NEW.phase when 'posted' then -NEW.amount else 0 end;
  end if;

  update ledger_accounts set balance = balance + balance_change, held = held + held_change
  where person_id = NEW.person_id;
  return null;
end $$;

create trigger ledger_transfers_apply after insert on ledger_transfers
  for each row execute function ledger_apply_transfer();

create function ledger_refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'ledger: % of % is refused, the ledger only grows', TG_OP, TG_TABLE_NAME
    using errcode = 'restrict_violation';
end $$;

create trigger ledger_transfers_append_only before update or delete on ledger_transfers
  for each row execute function ledger_refuse_change();
create trigger ledger_transfers_no_truncate before truncate on ledger_transfers
  for each statement execute function ledger_refuse_change();
create trigger ledger_accounts_no_delete before delete on ledger_accounts
  for each row execute function ledger_refuse_change();
create trigger ledger_accounts_no_truncate before truncate on ledger_accounts
  for each statement execute function ledger_refuse_change();
-- Depth 0 is a statement of our own; inside ledger_apply_transfer it is 1.
create trigger ledger_accounts_moved_by_transfers before update on ledger_accounts
  for each row when (pg_trigger_depth() = 0) execute function ledger_refuse_change();
create trigger ledger_accounts_open_empty before insert on ledger_accounts
  for each row when (NEW.balance <> 0 or NEW.held <> 0) execute function ledger_refuse_change();
