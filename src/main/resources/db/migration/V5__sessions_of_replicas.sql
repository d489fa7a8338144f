-- Counted beside n: sessions end often, and what replicas know of servers need not be read again.
alter table revision add column sessions bigint default 0 not null;

-- Sessions that were ended before their time was over.
create table ended_session (
    session_id varchar(36)              not null primary key,
    server_id  varchar(36)              not null,
    revision   bigint                   not null,
    ended_at   timestamp with time zone not null
);

create index ended_session_by_revision on ended_session (revision);
create index ended_session_by_server on ended_session (server_id, revision);
create index ended_session_by_end on ended_session (ended_at);

-- What came for a question or a call at another replica. The id is a digest of what it is for, the
-- content is sealed.
create table session_message (
    id         varchar(64)              not null primary key,
    session_id varchar(36)              not null,
    server_id  varchar(36)              not null,
    kind       varchar(20)              not null,
    content    varchar(100000)          not null,
    revision   bigint                   not null,
    sent_at    timestamp with time zone not null
);

create index session_message_by_revision on session_message (revision);
create index session_message_by_server on session_message (server_id);
create index session_message_by_time on session_message (sent_at);

alter table api_token add column revision bigint default 0 not null;
create index api_token_by_revision on api_token (revision);
