-- A result that came after its generation was given up and its hold returned: delivered all the same, and free.

alter table generations add column gift boolean not null default false;
comment on column generations.gift is 'The hold went back before the result came: nobody pays for it';
