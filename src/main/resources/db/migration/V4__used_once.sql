create table used_once (
    id        varchar(36)              not null primary key,
    lapses_at timestamp with time zone not null
);

alter table audit_event add column trace_id varchar(32);
