-- People, who brought whom, and their free uses.

CREATE TABLE people (
  id             bigint PRIMARY KEY CHECK (id > 0),
  first_name     text NOT NULL,
  username       text,
  locale         text NOT NULL,
  locale_chosen  boolean NOT NULL DEFAULT false,
  settings       jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(settings) = 'object'),
  referral_code  text NOT NULL UNIQUE,
  bot_blocked_at timestamptz,
  banned_at      timestamptz,
  created_at     timestamptz NOT NULL,
  last_seen_at   timestamptz NOT NULL
);
COMMENT ON COLUMN people.id IS 'Telegram''s user id';
COMMENT ON COLUMN people.locale IS 'Follows Telegram''s language until the person chooses one';
CREATE INDEX people_username ON people (lower(username));

CREATE TABLE referrals (
  person_id   bigint PRIMARY KEY REFERENCES people (id),
  invited_by  bigint NOT NULL REFERENCES people (id),
  at          timestamptz NOT NULL,
  rewarded_at timestamptz,
  CONSTRAINT referrals_not_oneself CHECK (person_id <> invited_by)
);
COMMENT ON COLUMN referrals.rewarded_at IS 'Set once, with the first real use of the invited person';
CREATE INDEX referrals_invited_by ON referrals (invited_by);

CREATE TABLE free_uses (
  key           text PRIMARY KEY,
  person_id     bigint NOT NULL REFERENCES people (id),
  quota         text NOT NULL,
  day           date NOT NULL,
  reserved_at   timestamptz NOT NULL,
  given_back_at timestamptz
);
COMMENT ON COLUMN free_uses.key IS 'The deed that is free, e.g. a generation''s id';
COMMENT ON COLUMN free_uses.day IS 'The day it counts for, in the operator''s time zone';
CREATE INDEX free_uses_of_a_day ON free_uses (person_id, quota, day) WHERE given_back_at IS NULL;
