-- Telegram Stars: what was offered, what was paid, what was given back; and promo codes.

create table invoices (
  id               text primary key,
  person_id        bigint not null references people (id),
  pack_id          text not null,
  stars            bigint not null check (stars > 0),
  credits          bigint not null check (credits > 0),
  subscription     boolean not null,
  waiting_draft_id text,
  draft_settled_at timestamptz,
  created_at       timestamptz not null
);
comment on table invoices is 'The payload that Telegram carries is the id alone; who pays how much for what stands here';
comment on column invoices.waiting_draft_id is 'The form that goes on by itself once this is paid';
create index invoices_waiting on invoices (id) where waiting_draft_id is not null and draft_settled_at is null;

create table payments (
  charge_id       text primary key,
  invoice_id      text references invoices (id),
  payload         text not null,
  payer_id        bigint not null,
  stars           bigint not null check (stars >= 0),
  credits         bigint not null check (credits >= 0),
  state           text not null check (state in ('credited', 'unmatched', 'refunding', 'refunded')),
  problem         text,
  source          text not null check (source in ('update', 'reconcile')),
  paid_at         timestamptz not null,
  recorded_at     timestamptz not null,
  withdrawn       bigint not null default 0 check (withdrawn between 0 and credits),
  refund_attempts integer not null default 0,
  refund_reason   text,
  refunded_at     timestamptz,
  check (state <> 'credited' or credits > 0),
  check ((state = 'refunded') = (refunded_at is not null))
);
comment on column payments.charge_id is 'telegram_payment_charge_id: one row, one credit';
comment on column payments.payer_id is 'Telegram''s user id, as refundStarPayment wants it';
comment on column payments.problem is 'Why an unmatched payment was not credited; the operator decides';
comment on column payments.withdrawn is 'Credits taken back by the refund; less than credits when some were spent';
create index payments_of_invoice on payments (invoice_id);
create index payments_to_look_at on payments (recorded_at) where state in ('unmatched', 'refunding');

create table subscriptions (
  invoice_id  text primary key references invoices (id),
  person_id   bigint not null references people (id),
  charge_id   text not null references payments (charge_id),
  state       text not null check (state in ('active', 'canceled', 'failed')),
  paid_until  timestamptz not null,
  changed_at  timestamptz not null
);
comment on column subscriptions.charge_id is 'The first payment, as editUserStarSubscription wants it';
create index subscriptions_of_person on subscriptions (person_id);

create table star_transactions_seen (
  only_row boolean primary key default true check (only_row),
  seen     bigint not null
);
comment on table star_transactions_seen is 'How many of Telegram''s Star transactions, oldest first, have been compared with the payments';
insert into star_transactions_seen (seen) values (0);

create table promo_codes (
  code       text primary key,
  credits    bigint not null check (credits > 0),
  max_uses   integer check (max_uses > 0),
  uses       integer not null default 0,
  expires_at timestamptz,
  created_at timestamptz not null,
  constraint promo_codes_within_limit check (uses <= max_uses)
);

create table promo_uses (
  code      text not null references promo_codes (code),
  person_id bigint not null references people (id),
  at        timestamptz not null,
  primary key (code, person_id)
);
