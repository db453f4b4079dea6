-- Free generations: the house pays for them out of what it grants, and the person holds nothing.

alter table generations add column free boolean not null default false;
comment on column generations.free is 'One of the person''s free generations of a day: the account of the grants pays its price';

alter table ledger_transfers drop constraint ledger_transfers_person_and_house;
alter table ledger_transfers add constraint ledger_transfers_person_and_house check (
  (from_account = 'person:' || person_id and to_account in ('income', 'stars', 'grants', 'refunds', 'operator'))
  or
  (to_account = 'person:' || person_id and from_account in ('income', 'stars', 'grants', 'refunds', 'operator')
    and phase = 'posted' and pending_id is null)
  or
  (kind = 'free' and from_account = 'grants' and to_account = 'income'
    and (phase = 'pending' or pending_id is not null))
);

-- As before, but what the house pays for a person moves nothing of theirs.
create or replace function ledger_apply_transfer() returns trigger language plpgsql as $$
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

  if 'person:' || NEW.person_id in (NEW.from_account, NEW.to_account) then
    update ledger_accounts set balance = balance + balance_change, held = held + held_change
    where person_id = NEW.person_id;
  end if;
  return null;
end $$;
