alter table user add column locked integer not null default 0;
alter table user add column sign_outs integer not null default 0;

-- Times are seconds since 1970.
create table api_key (
    id        integer primary key autoincrement not null,
    user_id   integer not null references user (id),
    name      text not null,
    digest    blob not null unique,
    shown     text not null,
    created   integer not null,
    expires   integer,
    cancelled integer
) strict;

create index api_key_of_user on api_key (user_id);
