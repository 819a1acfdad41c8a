-- Every kind of object that PostgreSQL 14 knows and a schema may hold.
create schema sales;
comment on schema sales is 'What is sold';
create role clerk;
create role "Night Shift" login in role clerk;
create extension if not exists plpgsql;

create type sales.status as enum ('new', 'it''s paid', 'gone');
comment on type sales.status is 'Life of an order';
create domain sales.email as varchar(120) not null default 'a@b' constraint has_at check (value like '%@%');
create type sales.address as (street text, no integer);
create sequence sales.ticket as integer start 100 increment 5 maxvalue 9000 cycle cache 3;
comment on sequence sales.ticket is 'Queue numbers';

create table sales.customer (
  id integer generated always as identity (start with 10 increment by 2) primary key,
  mail sales.email,
  home sales.address,
  nick text collate "C" not null default 'x;y',
  tags text[] default '{}',
  tsz timestamp(3) with time zone default now(),
  lower_nick text generated always as (lower(nick)) stored,
  constraint nick_key unique (nick, mail) deferrable initially deferred,
  constraint nick_length check (length(nick) < 30)
);
comment on table sales.customer is 'Who buys';
comment on column sales.customer.nick is 'Short; name';
comment on constraint nick_length on sales.customer is 'Fits the badge';

create table sales."Order" (
  id bigserial,
  customer_id integer not null,
  state sales.status not null default 'new',
  total numeric(12, 2) check (total >= 0),
  during tstzrange,
  note text,
  constraint order_pk primary key (id),
  constraint order_customer foreign key (customer_id) references sales.customer (id)
    match full on delete cascade on update set null deferrable initially deferred,
  constraint no_overlap exclude using gist (during with &&) where (during is not null)
);
alter table sales."Order" add constraint positive check (total <> 13) not valid;
create index order_partial on sales."Order" using btree (customer_id desc nulls last, lower(note) text_pattern_ops)
  include (total) where total > 10;
create unique index order_once on sales."Order" (customer_id, state) with (fillfactor = 70);
comment on index sales.order_once is 'One of each';
create index customer_tags on sales.customer using gin (tags);

create table event (id bigint, at date not null, kind text) partition by range (at);
create table event_2026 partition of event for values from ('2026-01-01') to ('2027-01-01');
create index event_kind on event (kind);

create view sales.open_orders as select o.id, c.nick from sales."Order" o join sales.customer c on c.id = o.customer_id;
create materialized view sales.totals as select customer_id, sum(total) as total from sales."Order" group by customer_id;
create unique index totals_key on sales.totals (customer_id);

create function sales.touch() returns trigger language plpgsql as $body$
begin
  new.total := new.total; -- a ; inside
  return new;
end
$body$;
create procedure sales.nothing(in n integer) language sql begin atomic select n; select n + 1; end;
create trigger touch_it before insert or update on sales."Order" for each row execute function sales.touch();

alter table sales.customer enable row level security;
alter table sales.customer force row level security;
create policy own_rows on sales.customer as restrictive for update to clerk using (nick = current_user) with check (true);
grant select, insert on sales.customer to clerk with grant option;
grant update (nick) on sales.customer to "Night Shift";
grant usage on schema sales to clerk;
