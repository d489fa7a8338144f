-- What calls made that a person alone may see, until it is opened or lapses. content is encrypted.
create table kept_secret (
    id            varchar(36)              not null primary key,
    call_id       varchar(36)              not null,
    server_id     varchar(36)              not null,
    server_name   varchar(100)             not null,
    connection_id varchar(36)              not null,
    org_url       varchar(300)             not null,
    api_token     varchar(36),
    tool          varchar(200)             not null,
    title         varchar(200)             not null,
    arguments     varchar(2000)            not null,
    content       varchar(200000),
    kept_at       timestamp with time zone not null,
    lapses_at     timestamp with time zone not null,
    opened_at     timestamp with time zone,
    opened_by     varchar(200)
);

create index kept_secret_by_lapse on kept_secret (lapses_at);

-- What people did about a call, on a page.
create table human_act (
    id            varchar(36)              not null primary key,
    acted_at      timestamp with time zone not null,
    act           varchar(20)              not null,
    human         varchar(300)             not null,
    human_name    varchar(200)             not null,
    call_id       varchar(36)              not null,
    server_id     varchar(36)              not null,
    connection_id varchar(36)              not null,
    tool          varchar(200)             not null
);

create index human_act_by_call on human_act (call_id);
create index human_act_by_server on human_act (server_id, acted_at);
