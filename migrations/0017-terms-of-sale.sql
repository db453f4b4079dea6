-- What operators decide about selling, for every process at once.

create table terms_of_sale (
  only_row boolean primary key default true check (only_row),
  markup   numeric not null check (markup > 0)
);
comment on table terms_of_sale is 'No row: the MARKUP of the settings is in force';

create table models_switched_off (
  model_id text primary key,
  since    timestamptz not null
);

-- The figures of a day are read without reading everybody.
create index people_created on people (created_at);
create index people_seen on people (last_seen_at);
create index payments_recorded on payments (recorded_at);
