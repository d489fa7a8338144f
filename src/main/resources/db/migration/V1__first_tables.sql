create table connection (
    id         varchar(36)              not null primary key,
    name       varchar(100)             not null unique,
    org_url    varchar(300)             not null,
    auth_type  varchar(30)              not null,
    created_at timestamp with time zone not null
);

create table server_definition (
    id            varchar(36)              not null primary key,
    connection_id varchar(36)              not null references connection,
    name          varchar(100)             not null,
    secret_hash   varchar(64),
    methods       varchar(200)             not null,
    tags          varchar(4000)            not null,
    include_tools varchar(8000)            not null,
    exclude_tools varchar(8000)            not null,
    expires_at    timestamp with time zone,
    created_at    timestamp with time zone not null
);

create table audit_event (
    call_id          varchar(36)              not null primary key,
    started_at       timestamp with time zone not null,
    duration_ms      bigint                   not null,
    server_id        varchar(36)              not null,
    connection_id    varchar(36)              not null,
    subject          varchar(200),
    client           varchar(200),
    tool             varchar(200)             not null,
    effect           varchar(20),
    outcome          varchar(20)              not null,
    code             varchar(40),
    reason           varchar(500),
    arguments        varchar(4000)            not null,
    okta_request_ids varchar(2000)            not null
);

create index audit_event_by_server on audit_event (server_id, started_at);

create table intent (
    call_id          varchar(36)              not null primary key,
    server_id        varchar(36)              not null,
    tool             varchar(200)             not null,
    effect           varchar(20)              not null,
    arguments_digest varchar(64)              not null,
    owner            varchar(36)              not null,
    started_at       timestamp with time zone not null,
    lease_until      timestamp with time zone not null,
    outcome          varchar(40)
);
