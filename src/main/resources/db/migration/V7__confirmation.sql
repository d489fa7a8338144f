-- Questions to humans that are put on a page. What is shown is encrypted.
create table confirmation (
    id            varchar(36)              not null primary key,
    call_id       varchar(36)              not null,
    server_id     varchar(36)              not null,
    connection_id varchar(36)              not null,
    call_key      varchar(64)              not null,
    about         varchar(64)              not null,
    tool          varchar(200)             not null,
    api_token     varchar(36),
    shown         varchar(200000)          not null,
    asked_at      timestamp with time zone not null,
    lapses_at     timestamp with time zone not null,
    approved      boolean,
    decided_at    timestamp with time zone,
    decided_by    varchar(300),
    spent_at      timestamp with time zone
);

create index confirmation_by_call on confirmation (call_key, asked_at);
create index confirmation_by_lapse on confirmation (lapses_at);

-- Who said yes; null where nobody was asked.
alter table audit_event add column confirmed_by varchar(320);
