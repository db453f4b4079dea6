-- The trace that an order began goes on in whichever process works on it.

alter table generations add column traceparent text;
comment on column generations.traceparent is 'Where in a trace it was ordered, as W3C writes it; null: traces were off';
