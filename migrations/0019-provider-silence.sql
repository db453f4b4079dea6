-- kie.ai may give no answers for a while: the line waits for that, on all replicas, as it does for a top-up.

alter table provider_account add column silent_since timestamptz;
comment on column provider_account.silent_since is 'Since when kie.ai gives no answers, so that nothing is bought; null: it answers';
alter table provider_account add column refused_since timestamptz;
comment on column provider_account.refused_since is 'When it refused for lack of credits; after a while it is tried once more, whatever is left';
