-- The ledger: who owns how many credits, and every movement that made it so.
--
-- A transfer moves whole credits from one account to another and is never changed afterwards. A hold
-- is a 'pending' transfer; a second row that points at it ('posted' = captured, 'voided' = released)
-- settles it. A 'posted' transfer without a pending one moves credits at once.

CREATE TABLE ledger_accounts (
  person_id bigint PRIMARY KEY,
  balance   bigint NOT NULL DEFAULT 0,
  held      bigint NOT NULL DEFAULT 0,
  CONSTRAINT ledger_accounts_held_not_negative CHECK (held >= 0),
  CONSTRAINT ledger_accounts_available_not_negative CHECK (balance - held >= 0)
);
COMMENT ON TABLE ledger_accounts IS 'One row per person. The accounts of the house (income, stars, …) have no row: their balance is the sum of their transfers, so that nobody waits for them.';
COMMENT ON COLUMN ledger_accounts.balance IS 'Sum of the posted transfers; what is available is balance - held';
COMMENT ON COLUMN ledger_accounts.held IS 'Sum of the pending transfers that nothing has settled yet';

CREATE TABLE ledger_transfers (
  id           bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  key          text NOT NULL,
  phase        text NOT NULL CHECK (phase IN ('pending', 'posted', 'voided')),
  pending_id   bigint REFERENCES ledger_transfers (id),
  person_id    bigint NOT NULL REFERENCES ledger_accounts (person_id),
  from_account text NOT NULL,
  to_account   text NOT NULL,
  amount       bigint NOT NULL CHECK (amount >= 0),
  kind         text NOT NULL,
  memo         text NOT NULL,
  at           timestamptz NOT NULL,
  CONSTRAINT ledger_transfers_settled_once UNIQUE (pending_id),
  CONSTRAINT ledger_transfers_phase_fits CHECK (
    CASE phase WHEN 'pending' THEN pending_id IS NULL WHEN 'voided' THEN pending_id IS NOT NULL ELSE true END
  ),
  CONSTRAINT ledger_transfers_person_and_house CHECK (
    (from_account = 'person:' || person_id AND to_account IN ('income', 'stars', 'grants', 'refunds', 'operator'))
    OR
    (to_account = 'person:' || person_id AND from_account IN ('income', 'stars', 'grants', 'refunds', 'operator')
      AND phase = 'posted' AND pending_id IS NULL)
  )
);
COMMENT ON COLUMN ledger_transfers.key IS 'Names the deed, e.g. stars:<charge id>; a settlement repeats the key of its hold';
COMMENT ON COLUMN ledger_transfers.kind IS 'What it was for: spend, start, stars, promo, refund, …';
COMMENT ON COLUMN ledger_transfers.memo IS 'What the person reads in the statement; for a settlement its reason';

CREATE UNIQUE INDEX ledger_transfers_key_once ON ledger_transfers (key) WHERE pending_id IS NULL;
CREATE INDEX ledger_transfers_statement ON ledger_transfers (person_id, id DESC) WHERE pending_id IS NULL;

-- A transfer moves the account in the same statement, and nothing else ever does.
CREATE FUNCTION ledger_apply_transfer() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  hold ledger_transfers;
  balance_change bigint := 0;
  held_change bigint := 0;
BEGIN
  IF NEW.phase = 'pending' THEN
    held_change := NEW.amount;
  ELSIF NEW.pending_id IS NULL THEN
    balance_change := CASE WHEN NEW.from_account = 'person:' || NEW.person_id THEN -NEW.amount ELSE NEW.amount END;
  ELSE
    SELECT * INTO STRICT hold FROM ledger_transfers WHERE id = NEW.pending_id;
    IF hold.phase <> 'pending'
      OR (hold.key, hold.person_id, hold.from_account, hold.to_account, hold.kind)
        IS DISTINCT FROM (NEW.key, NEW.person_id, NEW.from_account, NEW.to_account, NEW.kind)
      OR NEW.amount > hold.amount
      OR (NEW.phase = 'voided' AND NEW.amount <> hold.amount)
    THEN
      RAISE EXCEPTION 'ledger: transfer % does not settle hold %', NEW.id, NEW.pending_id USING ERRCODE = 'check_violation';
    END IF;
    held_change := -hold.amount;
    balance_change := CASE NEW.phase WHEN 'posted' THEN -NEW.amount ELSE 0 END;
  END IF;

  UPDATE ledger_accounts SET balance = balance + balance_change, held = held + held_change
  WHERE person_id = NEW.person_id;
  RETURN NULL;
END $$;

CREATE TRIGGER ledger_transfers_apply AFTER INSERT ON ledger_transfers
  FOR EACH ROW EXECUTE FUNCTION ledger_apply_transfer();

CREATE FUNCTION ledger_refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'ledger: % of % is refused, the ledger only grows', TG_OP, TG_TABLE_NAME
    USING ERRCODE = 'restrict_violation';
END $$;

CREATE TRIGGER ledger_transfers_append_only BEFORE UPDATE OR DELETE ON ledger_transfers
  FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER ledger_transfers_no_truncate BEFORE TRUNCATE ON ledger_transfers
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER ledger_accounts_no_delete BEFORE DELETE ON ledger_accounts
  FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER ledger_accounts_no_truncate BEFORE TRUNCATE ON ledger_accounts
  FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();
-- Depth 0 is a statement of our own; inside ledger_apply_transfer it is 1.
CREATE TRIGGER ledger_accounts_moved_by_transfers BEFORE UPDATE ON ledger_accounts
  FOR EACH ROW WHEN (pg_trigger_depth() = 0) EXECUTE FUNCTION ledger_refuse_change();
CREATE TRIGGER ledger_accounts_open_empty BEFORE INSERT ON ledger_accounts
  FOR EACH ROW WHEN (NEW.balance <> 0 OR NEW.held <> 0) EXECUTE FUNCTION ledger_refuse_change();
