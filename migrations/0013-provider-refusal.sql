-- kie.ai refused a purchase for lack of credits: what waits in the line waits on until the account is topped up.

alter table provider_account add column refused_at_credits double precision;
comment on column provider_account.refused_at_credits is
  'The least that was left since kie.ai refused for lack of credits; more than that is a top-up. Null: nothing was refused';
