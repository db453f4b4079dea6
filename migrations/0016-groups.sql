-- In a group a result answers the message that asked for it, in the topic of that message.

alter table generations add column reply_to bigint, add column thread_id bigint;
comment on column generations.reply_to is 'The message of a group that the result answers; none in a private chat';
comment on column generations.thread_id is 'The topic of a forum that it was asked in';
