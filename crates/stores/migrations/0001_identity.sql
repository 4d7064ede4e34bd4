create table organisation (
    id     text primary key not null,
    name   text not null,
    issuer text
) strict;

create table user (
    id                   integer primary key not null,
    user_name            text not null unique collate nocase,
    email                text unique collate nocase,
    display_name         text,
    roles                text not null,
    password_hash        text not null,
    default_organisation text references organisation (id)
) strict;

create table membership (
    user_id         integer not null references user (id),
    organisation_id text not null references organisation (id),
    primary key (user_id, organisation_id)
) strict, without rowid;
