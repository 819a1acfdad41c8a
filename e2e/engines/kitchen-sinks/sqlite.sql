-- Every kind of object that SQLite knows.
create table customer (
  id integer primary key autoincrement,
  nick text collate nocase not null default 'x;y',
  "it's" numeric(10, 2) default (1 + 1),
  upper_nick text generated always as (upper(nick) || ')') virtual,
  kept integer as (length(nick)) stored,
  constraint nick_key unique (nick),
  constraint "short; name" check (length(nick) < 30 /* (not ) ; this */),
  check ("it's" > 0)
);
create table [order line] (
  order_id integer not null,
  position integer,
  customer integer constraint of_customer references customer (id) on delete cascade on update set null
    deferrable initially deferred,
  kind text check (kind in ('a', 'b')) unique,
  constraint line_pk primary key (order_id, position),
  constraint self foreign key (order_id, position) references "order line" on delete no action match full
) strict, without rowid;
create unique index line_kind on "order line" (lower(kind) desc, customer collate nocase) where customer is not null;
create index by_nick on customer (nick desc);
create view names (called) as select nick from customer;
create trigger keep after update of nick on customer for each row when new.nick <> old.nick begin
  insert into "order line" (order_id, position, kind) values (1, case when 1 then 2 end, 'a');
  delete from "order line";
end;
create trigger instead instead of insert on names begin select 1; end;
create virtual table words using fts5 (body);
