-- The Mini App's gallery: small copies of pictures and clips, and who looks at a page is told of what has just ended.

-- Made by Telegram, fetched once; what nobody has looked at for a while is fetched again.
create table thumbnails (
  generation_id text not null references generations (id),
  index integer not null,
  bytes bytea not null,
  kept_at timestamptz not null,
  primary key (generation_id, index)
);
create index thumbnails_age on thumbnails (kept_at);

create index generations_ended on generations (person_id, finished_at) where finished_at is not null;

alter table generations add column quiet boolean not null default false;
comment on column generations.quiet is 'Its person follows it on a page: no status message unless it fails, and the result comes without a sound';
