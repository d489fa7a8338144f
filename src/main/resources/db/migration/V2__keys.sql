-- The root key, once for each master key that opens it. The master keys themselves are never here.
create table master_key (
    id      varchar(16)   not null primary key,
    root    varchar(4000) not null,
    ordinal bigint        not null unique
);

-- Keysets, encrypted with the root key. The version grows with every change.
create table keyset (
    purpose    varchar(20)              not null primary key,
    version    bigint                   not null,
    content    varchar(100000)          not null,
    rotated_at timestamp with time zone not null
);
