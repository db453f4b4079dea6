-- What all migrations together make, for reading and for comparing. Not for loading, not for editing.
-- After adding a migration: node test/kit/write-schema.ts

CREATE OR REPLACE FUNCTION public.ledger_apply_transfer()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
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
end $function$
;

CREATE OR REPLACE FUNCTION public.ledger_refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'ledger: % of % is refused, the ledger only grows', TG_OP, TG_TABLE_NAME
    using errcode = 'restrict_violation';
end $function$
;

CREATE OR REPLACE FUNCTION public.operator_actions_refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  raise exception 'operator: % of % is refused, the audit log only grows', TG_OP, TG_TABLE_NAME
    using errcode = 'restrict_violation';
end $function$
;

create table attachments (
  id text not null,
  person_id bigint not null,
  ref text not null,
  kind text not null,
  mime text not null,
  file_name text not null,
  size_bytes bigint,
  width integer,
  height integer,
  duration_seconds double precision,
  url text,
  url_expires_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint attachments_kind_check CHECK ((kind = ANY (ARRAY['image'::text, 'video'::text, 'audio'::text, 'file'::text]))),
  constraint attachments_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint attachments_pkey PRIMARY KEY (id),
  constraint attachments_person_id_ref_key UNIQUE (person_id, ref)
);

create table broadcast_recipients (
  broadcast_id bigint not null,
  person_id bigint not null,
  state text not null,
  at timestamp with time zone not null,
  constraint broadcast_recipients_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'sending'::text, 'sent'::text, 'gone'::text, 'failed'::text, 'unsure'::text]))),
  constraint broadcast_recipients_broadcast_id_fkey FOREIGN KEY (broadcast_id) REFERENCES broadcasts(id),
  constraint broadcast_recipients_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint broadcast_recipients_pkey PRIMARY KEY (broadcast_id, person_id)
);

create table broadcasts (
  id bigint generated always as identity not null,
  text text not null,
  entities jsonb default '[]'::jsonb not null,
  locale text,
  active_days integer,
  state text not null,
  created_at timestamp with time zone not null,
  started_at timestamp with time zone,
  ended_at timestamp with time zone,
  listed_to bigint default 0 not null,
  listed_all boolean default false not null,
  total bigint default 0 not null,
  sent bigint default 0 not null,
  gone bigint default 0 not null,
  failed bigint default 0 not null,
  unsure bigint default 0 not null,
  lease text,
  leased_until timestamp with time zone,
  constraint broadcasts_active_days_check CHECK ((active_days > 0)),
  constraint broadcasts_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'running'::text, 'paused'::text, 'cancelled'::text, 'done'::text]))),
  constraint broadcasts_pkey PRIMARY KEY (id)
);

create table catalogue_checks (
  id bigint generated always as identity not null,
  state text not null,
  begun_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  listed boolean default false not null,
  words text,
  report jsonb,
  constraint catalogue_checks_check CHECK (((state = 'done'::text) = (report IS NOT NULL))),
  constraint catalogue_checks_state_check CHECK ((state = ANY (ARRAY['running'::text, 'done'::text, 'failed'::text]))),
  constraint catalogue_checks_pkey PRIMARY KEY (id)
);

create table catalogue_readings (
  check_id bigint not null,
  model_id text not null,
  state text not null,
  published jsonb not null,
  constraint catalogue_readings_state_check CHECK ((state = ANY (ARRAY['listed'::text, 'wanted'::text, 'read'::text]))),
  constraint catalogue_readings_check_id_fkey FOREIGN KEY (check_id) REFERENCES catalogue_checks(id),
  constraint catalogue_readings_pkey PRIMARY KEY (check_id, model_id)
);

create table day_figures (
  day date not null,
  time_zone text not null,
  counted_at timestamp with time zone not null,
  figures jsonb not null,
  constraint day_figures_pkey PRIMARY KEY (day, time_zone)
);

create table desk_links (
  hash text not null,
  person_id bigint not null,
  ends_at timestamp with time zone not null,
  constraint desk_links_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint desk_links_pkey PRIMARY KEY (hash)
);

create table desk_sessions (
  hash text not null,
  person_id bigint not null,
  ends_at timestamp with time zone not null,
  constraint desk_sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint desk_sessions_pkey PRIMARY KEY (hash)
);

create table drafts (
  id text not null,
  person_id bigint not null,
  chat_id bigint not null,
  model_id text not null,
  input jsonb not null,
  revision integer default 1 not null,
  awaiting text,
  message_id bigint,
  state text default 'open'::text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint drafts_state_check CHECK ((state = ANY (ARRAY['open'::text, 'submitted'::text, 'closed'::text]))),
  constraint drafts_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint drafts_pkey PRIMARY KEY (id)
);

create table file_sets (
  id text not null,
  person_id bigint not null,
  chat_id bigint not null,
  album text,
  kind text not null,
  attachment_ids jsonb not null,
  caption text,
  message_id bigint,
  created_at timestamp with time zone not null,
  constraint file_sets_kind_check CHECK ((kind = ANY (ARRAY['image'::text, 'video'::text, 'audio'::text, 'file'::text]))),
  constraint file_sets_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint file_sets_pkey PRIMARY KEY (id),
  constraint file_sets_person_id_album_key UNIQUE (person_id, album)
);

create table free_uses (
  key text not null,
  person_id bigint not null,
  quota text not null,
  day date not null,
  reserved_at timestamp with time zone not null,
  given_back_at timestamp with time zone,
  constraint free_uses_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint free_uses_pkey PRIMARY KEY (key)
);

create table generations (
  id text not null,
  key text not null,
  person_id bigint not null,
  chat_id bigint not null,
  model_id text not null,
  input jsonb not null,
  task_input jsonb,
  quote jsonb not null,
  credits bigint not null,
  state text not null,
  callback_secret text not null,
  task_id text,
  failure jsonb,
  result jsonb,
  kie_credits double precision,
  status_message_id bigint,
  attempts integer default 0 not null,
  wake_at timestamp with time zone,
  leased_until timestamp with time zone,
  late_told_at timestamp with time zone,
  created_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  hidden_at timestamp with time zone,
  not_before timestamp with time zone,
  free boolean default false not null,
  gift boolean default false not null,
  reply_to bigint,
  thread_id bigint,
  quiet boolean default false not null,
  traceparent text,
  constraint generations_check CHECK (((state <> ALL (ARRAY['running'::text, 'succeeded'::text, 'delivered'::text])) OR (task_id IS NOT NULL))),
  constraint generations_check1 CHECK (((state <> 'failed'::text) OR (failure IS NOT NULL))),
  constraint generations_check2 CHECK (((state <> ALL (ARRAY['delivered'::text, 'failed'::text, 'cancelled'::text])) OR (finished_at IS NOT NULL))),
  constraint generations_credits_check CHECK ((credits > 0)),
  constraint generations_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'submitting'::text, 'uncertain'::text, 'running'::text, 'succeeded'::text, 'delivered'::text, 'failed'::text, 'cancelled'::text]))),
  constraint generations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint generations_pkey PRIMARY KEY (id),
  constraint generations_key_key UNIQUE (key),
  constraint generations_task_id_key UNIQUE (task_id)
);

create table handled_updates (
  id bigint not null,
  handled_at timestamp with time zone not null,
  constraint handled_updates_pkey PRIMARY KEY (id)
);

create table invoices (
  id text not null,
  person_id bigint not null,
  pack_id text not null,
  stars bigint not null,
  credits bigint not null,
  subscription boolean not null,
  waiting_draft_id text,
  draft_settled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint invoices_credits_check CHECK ((credits > 0)),
  constraint invoices_stars_check CHECK ((stars > 0)),
  constraint invoices_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint invoices_pkey PRIMARY KEY (id)
);

create table launches (
  hash text not null,
  key_hash text not null,
  person_id bigint not null,
  opened_at timestamp with time zone not null,
  constraint launches_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint launches_pkey PRIMARY KEY (hash)
);

create table ledger_accounts (
  person_id bigint not null,
  balance bigint default 0 not null,
  held bigint default 0 not null,
  constraint ledger_accounts_available_not_negative CHECK (((balance - held) >= 0)),
  constraint ledger_accounts_held_not_negative CHECK ((held >= 0)),
  constraint ledger_accounts_pkey PRIMARY KEY (person_id)
);

create table ledger_transfers (
  id bigint generated always as identity not null,
  key text not null,
  phase text not null,
  pending_id bigint,
  person_id bigint not null,
  from_account text not null,
  to_account text not null,
  amount bigint not null,
  kind text not null,
  memo text not null,
  at timestamp with time zone not null,
  constraint ledger_transfers_amount_check CHECK ((amount >= 0)),
  constraint ledger_transfers_person_and_house CHECK ((((from_account = ('person:'::text || person_id)) AND (to_account = ANY (ARRAY['income'::text, 'stars'::text, 'grants'::text, 'refunds'::text, 'operator'::text]))) OR ((to_account = ('person:'::text || person_id)) AND (from_account = ANY (ARRAY['income'::text, 'stars'::text, 'grants'::text, 'refunds'::text, 'operator'::text])) AND (phase = 'posted'::text) AND (pending_id IS NULL)) OR ((kind = 'free'::text) AND (from_account = 'grants'::text) AND (to_account = 'income'::text) AND ((phase = 'pending'::text) OR (pending_id IS NOT NULL))))),
  constraint ledger_transfers_phase_check CHECK ((phase = ANY (ARRAY['pending'::text, 'posted'::text, 'voided'::text]))),
  constraint ledger_transfers_phase_fits CHECK (
CASE phase
    WHEN 'pending'::text THEN (pending_id IS NULL)
    WHEN 'voided'::text THEN (pending_id IS NOT NULL)
    ELSE true
END),
  constraint ledger_transfers_pending_id_fkey FOREIGN KEY (pending_id) REFERENCES ledger_transfers(id),
  constraint ledger_transfers_person_id_fkey FOREIGN KEY (person_id) REFERENCES ledger_accounts(person_id),
  constraint ledger_transfers_pkey PRIMARY KEY (id),
  constraint ledger_transfers_settled_once UNIQUE (pending_id)
);

create table models_switched_off (
  model_id text not null,
  since timestamp with time zone not null,
  constraint models_switched_off_pkey PRIMARY KEY (model_id)
);

create table moves (
  id bigint generated always as identity not null,
  generation_id text not null,
  state text not null,
  at timestamp with time zone not null,
  constraint moves_generation_id_fkey FOREIGN KEY (generation_id) REFERENCES generations(id),
  constraint moves_pkey PRIMARY KEY (id)
);

create table operator_actions (
  id bigint generated always as identity not null,
  key text not null,
  at timestamp with time zone not null,
  via text not null,
  admin_id bigint,
  code text not null,
  subject text not null,
  reason text default ''::text not null,
  details jsonb default '{}'::jsonb not null,
  constraint operator_actions_by_somebody CHECK (((admin_id IS NULL) = (via = 'cli'::text))),
  constraint operator_actions_details_check CHECK ((jsonb_typeof(details) = 'object'::text)),
  constraint operator_actions_via_check CHECK ((via = ANY (ARRAY['chat'::text, 'desk'::text, 'cli'::text]))),
  constraint operator_actions_pkey PRIMARY KEY (id),
  constraint operator_actions_key_key UNIQUE (key)
);

create table parts (
  generation_id text not null,
  index integer not null,
  state text not null,
  items jsonb not null,
  text text,
  sent jsonb default '[]'::jsonb not null,
  sent_again integer default 0 not null,
  constraint parts_state_check CHECK ((state = ANY (ARRAY['pending'::text, 'sending'::text, 'sent'::text, 'uncertain'::text, 'kept'::text]))),
  constraint parts_generation_id_fkey FOREIGN KEY (generation_id) REFERENCES generations(id),
  constraint parts_pkey PRIMARY KEY (generation_id, index)
);

create table payments (
  charge_id text not null,
  invoice_id text,
  payload text not null,
  payer_id bigint not null,
  stars bigint not null,
  credits bigint not null,
  state text not null,
  problem text,
  source text not null,
  paid_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  withdrawn bigint default 0 not null,
  refund_attempts integer default 0 not null,
  refund_reason text,
  refunded_at timestamp with time zone,
  constraint payments_check CHECK (((withdrawn >= 0) AND (withdrawn <= credits))),
  constraint payments_check1 CHECK (((state <> 'credited'::text) OR (credits > 0))),
  constraint payments_check2 CHECK (((state = 'refunded'::text) = (refunded_at IS NOT NULL))),
  constraint payments_credits_check CHECK ((credits >= 0)),
  constraint payments_source_check CHECK ((source = ANY (ARRAY['update'::text, 'reconcile'::text]))),
  constraint payments_stars_check CHECK ((stars >= 0)),
  constraint payments_state_check CHECK ((state = ANY (ARRAY['credited'::text, 'unmatched'::text, 'refunding'::text, 'refunded'::text]))),
  constraint payments_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint payments_pkey PRIMARY KEY (charge_id)
);

create table people (
  id bigint not null,
  first_name text not null,
  username text,
  locale text not null,
  locale_chosen boolean default false not null,
  settings jsonb default '{}'::jsonb not null,
  referral_code text not null,
  bot_blocked_at timestamp with time zone,
  banned_at timestamp with time zone,
  created_at timestamp with time zone not null,
  last_seen_at timestamp with time zone not null,
  constraint people_id_check CHECK ((id > 0)),
  constraint people_settings_check CHECK ((jsonb_typeof(settings) = 'object'::text)),
  constraint people_pkey PRIMARY KEY (id),
  constraint people_referral_code_key UNIQUE (referral_code)
);

create table presets (
  id text not null,
  person_id bigint not null,
  name text not null,
  model_id text not null,
  input jsonb not null,
  created_at timestamp with time zone not null,
  constraint presets_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint presets_pkey PRIMARY KEY (id),
  constraint presets_person_id_name_key UNIQUE (person_id, name)
);

create table promo_codes (
  code text not null,
  credits bigint not null,
  max_uses integer,
  uses integer default 0 not null,
  expires_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint promo_codes_credits_check CHECK ((credits > 0)),
  constraint promo_codes_max_uses_check CHECK ((max_uses > 0)),
  constraint promo_codes_within_limit CHECK ((uses <= max_uses)),
  constraint promo_codes_pkey PRIMARY KEY (code)
);

create table promo_uses (
  code text not null,
  person_id bigint not null,
  at timestamp with time zone not null,
  constraint promo_uses_code_fkey FOREIGN KEY (code) REFERENCES promo_codes(code),
  constraint promo_uses_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint promo_uses_pkey PRIMARY KEY (code, person_id)
);

create table provider_account (
  only_row boolean default true not null,
  level text default 'enough'::text not null,
  kie_credits double precision,
  asked_at timestamp with time zone,
  refused_at_credits double precision,
  silent_since timestamp with time zone,
  refused_since timestamp with time zone,
  constraint provider_account_level_check CHECK ((level = ANY (ARRAY['enough'::text, 'low'::text, 'closed'::text]))),
  constraint provider_account_only_row_check CHECK (only_row),
  constraint provider_account_pkey PRIMARY KEY (only_row)
);

create table provider_window (
  name text not null,
  taken timestamp with time zone[] default '{}'::timestamp with time zone[] not null,
  constraint provider_window_pkey PRIMARY KEY (name)
);

create table referrals (
  person_id bigint not null,
  invited_by bigint not null,
  at timestamp with time zone not null,
  rewarded_at timestamp with time zone,
  constraint referrals_not_oneself CHECK ((person_id <> invited_by)),
  constraint referrals_invited_by_fkey FOREIGN KEY (invited_by) REFERENCES people(id),
  constraint referrals_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint referrals_pkey PRIMARY KEY (person_id)
);

create table replicas (
  id text not null,
  role text not null,
  host text not null,
  pid integer not null,
  state text not null,
  leads boolean not null,
  calls jsonb not null,
  started_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  constraint replicas_pkey PRIMARY KEY (id)
);

create table schema_migrations (
  number integer not null,
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone default now() not null,
  constraint schema_migrations_pkey PRIMARY KEY (number)
);

create table star_transactions_seen (
  only_row boolean default true not null,
  seen bigint not null,
  constraint star_transactions_seen_only_row_check CHECK (only_row),
  constraint star_transactions_seen_pkey PRIMARY KEY (only_row)
);

create table subscriptions (
  invoice_id text not null,
  person_id bigint not null,
  charge_id text not null,
  state text not null,
  paid_until timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  constraint subscriptions_state_check CHECK ((state = ANY (ARRAY['active'::text, 'canceled'::text, 'failed'::text]))),
  constraint subscriptions_charge_id_fkey FOREIGN KEY (charge_id) REFERENCES payments(charge_id),
  constraint subscriptions_invoice_id_fkey FOREIGN KEY (invoice_id) REFERENCES invoices(id),
  constraint subscriptions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint subscriptions_pkey PRIMARY KEY (invoice_id)
);

create table terms_of_sale (
  only_row boolean default true not null,
  markup numeric not null,
  constraint terms_of_sale_markup_check CHECK ((markup > (0)::numeric)),
  constraint terms_of_sale_only_row_check CHECK (only_row),
  constraint terms_of_sale_pkey PRIMARY KEY (only_row)
);

create table thumbnails (
  generation_id text not null,
  index integer not null,
  bytes bytea not null,
  kept_at timestamp with time zone not null,
  constraint thumbnails_generation_id_fkey FOREIGN KEY (generation_id) REFERENCES generations(id),
  constraint thumbnails_pkey PRIMARY KEY (generation_id, index)
);

create table turns (
  person_id bigint not null,
  served_at timestamp with time zone not null,
  constraint turns_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint turns_pkey PRIMARY KEY (person_id)
);

create table uploads (
  id text not null,
  piece integer not null,
  person_id bigint not null,
  bytes bytea not null,
  created_at timestamp with time zone not null,
  constraint uploads_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint uploads_pkey PRIMARY KEY (id, piece)
);

create table used_models (
  person_id bigint not null,
  model_id text not null,
  settings jsonb not null,
  used_at timestamp with time zone not null,
  constraint used_models_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id),
  constraint used_models_pkey PRIMARY KEY (person_id, model_id)
);

CREATE INDEX broadcast_recipients_open ON public.broadcast_recipients USING btree (broadcast_id, person_id) WHERE (state = ANY (ARRAY['pending'::text, 'sending'::text]));

CREATE UNIQUE INDEX catalogue_checks_one ON public.catalogue_checks USING btree (state) WHERE (state = 'running'::text);

CREATE INDEX desk_links_of_person ON public.desk_links USING btree (person_id);

CREATE INDEX desk_sessions_age ON public.desk_sessions USING btree (ends_at);

CREATE INDEX drafts_awaiting ON public.drafts USING btree (person_id, chat_id, updated_at DESC) WHERE (state = 'open'::text);

CREATE INDEX free_uses_of_a_day ON public.free_uses USING btree (person_id, quota, day) WHERE (given_back_at IS NULL);

CREATE INDEX generations_ended ON public.generations USING btree (person_id, finished_at) WHERE (finished_at IS NOT NULL);

CREATE INDEX generations_finished ON public.generations USING btree (finished_at) WHERE (finished_at IS NOT NULL);

CREATE INDEX generations_history ON public.generations USING btree (person_id, created_at DESC, id DESC);

CREATE INDEX generations_of_model ON public.generations USING btree (model_id, created_at DESC, id DESC);

CREATE INDEX generations_open ON public.generations USING btree (person_id) WHERE (state = ANY (ARRAY['queued'::text, 'submitting'::text, 'uncertain'::text, 'running'::text, 'succeeded'::text]));

CREATE INDEX generations_queue ON public.generations USING btree (person_id, created_at) WHERE (state = 'queued'::text);

CREATE INDEX generations_recent ON public.generations USING btree (created_at DESC, id DESC);

CREATE INDEX generations_run_times ON public.generations USING btree (model_id, finished_at DESC) WHERE (state = 'delivered'::text);

CREATE INDEX generations_unwell ON public.generations USING btree (created_at DESC, id DESC) WHERE (state = ANY (ARRAY['failed'::text, 'cancelled'::text]));

CREATE INDEX generations_wake ON public.generations USING btree (wake_at) WHERE (wake_at IS NOT NULL);

CREATE INDEX handled_updates_age ON public.handled_updates USING btree (handled_at);

CREATE INDEX invoices_waiting ON public.invoices USING btree (id) WHERE ((waiting_draft_id IS NOT NULL) AND (draft_settled_at IS NULL));

CREATE INDEX launches_age ON public.launches USING btree (opened_at);

CREATE UNIQUE INDEX ledger_transfers_key_once ON public.ledger_transfers USING btree (key) WHERE (pending_id IS NULL);

CREATE INDEX ledger_transfers_statement ON public.ledger_transfers USING btree (person_id, id DESC) WHERE (pending_id IS NULL);

CREATE INDEX moves_story ON public.moves USING btree (generation_id, id);

CREATE INDEX operator_actions_of_subject ON public.operator_actions USING btree (subject, id DESC);

CREATE INDEX parts_sent ON public.parts USING gin (sent jsonb_path_ops);

CREATE INDEX payments_not_credited ON public.payments USING btree (paid_at DESC, charge_id DESC) WHERE (state <> 'credited'::text);

CREATE INDEX payments_of_invoice ON public.payments USING btree (invoice_id);

CREATE INDEX payments_of_payer ON public.payments USING btree (payer_id, paid_at DESC);

CREATE INDEX payments_recent ON public.payments USING btree (paid_at DESC, charge_id DESC);

CREATE INDEX payments_recorded ON public.payments USING btree (recorded_at);

CREATE INDEX payments_to_look_at ON public.payments USING btree (recorded_at) WHERE (state = ANY (ARRAY['unmatched'::text, 'refunding'::text]));

CREATE INDEX people_banned ON public.people USING btree (created_at DESC, id DESC) WHERE (banned_at IS NOT NULL);

CREATE INDEX people_created ON public.people USING btree (created_at);

CREATE INDEX people_first_name_begins ON public.people USING btree (lower(first_name) text_pattern_ops);

CREATE INDEX people_recent ON public.people USING btree (created_at DESC, id DESC);

CREATE INDEX people_seen ON public.people USING btree (last_seen_at);

CREATE INDEX people_username ON public.people USING btree (lower(username));

CREATE INDEX people_username_begins ON public.people USING btree (lower(username) text_pattern_ops);

CREATE INDEX referrals_invited_by ON public.referrals USING btree (invited_by);

CREATE INDEX subscriptions_of_person ON public.subscriptions USING btree (person_id);

CREATE INDEX thumbnails_age ON public.thumbnails USING btree (kept_at);

CREATE INDEX uploads_age ON public.uploads USING btree (created_at);

CREATE INDEX uploads_of_person ON public.uploads USING btree (person_id, created_at);

CREATE INDEX used_models_recent ON public.used_models USING btree (person_id, used_at DESC);

CREATE TRIGGER ledger_accounts_moved_by_transfers BEFORE UPDATE ON public.ledger_accounts FOR EACH ROW WHEN ((pg_trigger_depth() = 0)) EXECUTE FUNCTION ledger_refuse_change();

CREATE TRIGGER ledger_accounts_no_delete BEFORE DELETE ON public.ledger_accounts FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();

CREATE TRIGGER ledger_accounts_no_truncate BEFORE TRUNCATE ON public.ledger_accounts FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();

CREATE TRIGGER ledger_accounts_open_empty BEFORE INSERT ON public.ledger_accounts FOR EACH ROW WHEN (((new.balance <> 0) OR (new.held <> 0))) EXECUTE FUNCTION ledger_refuse_change();

CREATE TRIGGER ledger_transfers_append_only BEFORE DELETE OR UPDATE ON public.ledger_transfers FOR EACH ROW EXECUTE FUNCTION ledger_refuse_change();

CREATE TRIGGER ledger_transfers_apply AFTER INSERT ON public.ledger_transfers FOR EACH ROW EXECUTE FUNCTION ledger_apply_transfer();

CREATE TRIGGER ledger_transfers_no_truncate BEFORE TRUNCATE ON public.ledger_transfers FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();

CREATE TRIGGER operator_actions_append_only BEFORE DELETE OR UPDATE ON public.operator_actions FOR EACH ROW EXECUTE FUNCTION operator_actions_refuse_change();

CREATE TRIGGER operator_actions_no_truncate BEFORE TRUNCATE ON public.operator_actions FOR EACH STATEMENT EXECUTE FUNCTION operator_actions_refuse_change();
