-- Payments in a rare state are found without walking past all others.
create index payments_not_credited on payments (paid_at desc, charge_id desc) where state <> 'credited';
