alter table api_key rename column cancelled to revoked;

-- Sign-ins whose tokens ended before their time, by digests of their ids. Times are seconds since 1970.
create table revoked_login (
    digest text primary key not null,
    until  integer not null
) strict, without rowid;

create index revoked_login_by_time on revoked_login (until);
