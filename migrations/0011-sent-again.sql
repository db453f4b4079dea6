-- A part may be found half sent more than once: each copy that may exist is counted.

alter table parts alter column sent_again drop default;
alter table parts alter column sent_again type integer using sent_again::integer;
alter table parts alter column sent_again set default 0;
