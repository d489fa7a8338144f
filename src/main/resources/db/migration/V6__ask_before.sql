-- Before what a human is asked: DESTROY, CHANGE or NEVER.
alter table server_definition add column ask_before varchar(20) default 'DESTROY' not null;
