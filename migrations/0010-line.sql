-- The line and the sweep look at different moments: `not_before` keeps a generation out of the line, `wake_at` says
-- when the sweep looks at it again, whatever its state.

alter table generations add column not_before timestamptz;
comment on column generations.not_before is 'kie.ai refused for now: not to be tried again earlier; null = at once';

update generations set not_before = wake_at where state = 'queued' and attempts > 0;

drop index generations_wake;
create index generations_wake on generations (wake_at) where wake_at is not null;
