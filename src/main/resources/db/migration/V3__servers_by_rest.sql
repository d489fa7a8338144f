-- One row. Every change of what replicas keep in memory takes the next number in its own
-- transaction; the row's lock puts the changes in order.
create table revision (
    n bigint not null
);

insert into revision (n) values (0);

-- auth is sealed; null for the connection of the environment, and once a connection is deleted.
alter table connection add column auth varchar(20000);
alter table connection add column hidden_fields varchar(4000) default '' not null;
alter table connection add column version bigint default 1 not null;
alter table connection add column revision bigint default 0 not null;
alter table connection add column updated_at timestamp with time zone;
alter table connection add column deleted_at timestamp with time zone;
update connection set updated_at = created_at;
alter table connection alter column updated_at set not null;

create table server_token (
    server_id   varchar(36)              not null references server_definition,
    generation  integer                  not null,
    secret_hash varchar(64)              not null,
    created_at  timestamp with time zone not null,
    ends_at     timestamp with time zone,
    primary key (server_id, generation)
);

insert into server_token (server_id, generation, secret_hash, created_at)
select id, 1, secret_hash, created_at
  from server_definition
 where secret_hash is not null;

alter table server_definition drop column secret_hash;
alter table server_definition add column tool_exposure varchar(20) default 'DEFAULT' not null;
alter table server_definition add column require_api_token boolean default false not null;
alter table server_definition add column hidden_fields varchar(4000) default '' not null;
alter table server_definition add column version bigint default 1 not null;
alter table server_definition add column revision bigint default 0 not null;
alter table server_definition add column last_generation integer default 1 not null;
alter table server_definition add column updated_at timestamp with time zone;
alter table server_definition add column disabled_at timestamp with time zone;
alter table server_definition add column deleted_at timestamp with time zone;
update server_definition set updated_at = created_at;
alter table server_definition alter column updated_at set not null;

create index server_definition_by_connection on server_definition (connection_id, created_at, id);
create index server_definition_by_revision on server_definition (revision);
create index connection_by_revision on connection (revision);

create table api_token (
    id           varchar(36)              not null primary key,
    name         varchar(100)             not null,
    secret_hash  varchar(64),
    roles        varchar(200)             not null,
    servers      varchar(8000)            not null,
    expires_at   timestamp with time zone,
    created_at   timestamp with time zone not null,
    last_used_at timestamp with time zone,
    deleted_at   timestamp with time zone
);

alter table server_definition alter column tags set data type varchar(60000);
alter table server_definition alter column include_tools set data type varchar(60000);
alter table server_definition alter column exclude_tools set data type varchar(60000);

alter table audit_event add column api_token varchar(36);
