-- Every kind of object that MariaDB knows.
create schema if not exists other;
create table other.log (id int primary key, note varchar(10) not null) with system versioning;
create table customer (
  id int unsigned not null auto_increment,
  nick varchar(40) character set utf8mb4 collate utf8mb4_bin not null default 'it''s; \\ x' comment 'Short; name',
  kind enum('a', 'it''s', 'c') default null,
  flags set('x', 'y'),
  token uuid not null default uuid(),
  doc json,
  made timestamp(3) not null default current_timestamp(3) on update current_timestamp(3),
  amount decimal(12, 2) default (1 + 1) check (amount >= 0),
  lower_nick varchar(40) as (lower(nick)) stored,
  twice int generated always as (amount * 2) virtual,
  secret int invisible,
  place point not null,
  body text,
  primary key (id),
  unique key nick_key (nick),
  unique key nick_start (nick(5)),
  key by_kind (kind, nick(10)) comment 'Kinds',
  key old (kind) ignored,
  fulltext key words (body),
  spatial key places (place),
  constraint amount_cap check (amount < 1000)
) engine = InnoDB comment = 'Who buys' auto_increment = 100;
create table `order; line` (
  order_id int not null,
  position int not null,
  customer_id int unsigned,
  parent_order int,
  parent_position int,
  log_id int,
  primary key (order_id, position),
  constraint line_customer foreign key (customer_id) references customer (id) on delete set null on update cascade,
  constraint line_parent foreign key (parent_order, parent_position) references `order; line` (order_id, position)
    on delete restrict,
  constraint line_log foreign key (log_id) references other.log (id)
);
create table measure (at date not null, value double) partition by range (year(at)) (
  partition p2025 values less than (2026), partition rest values less than maxvalue);
create sequence ticket start with 100 increment by 5 maxvalue 9000 cycle cache 3;
create view names as select id, nick from customer where id > 1 with check option;
DELIMITER $$
create trigger keep before insert on customer for each row
begin
  set new.nick = trim(new.nick); -- a ; inside
  set new.kind = 'a';
end$$
create function twice(n int) returns int deterministic
begin
  return n * 2;
end$$
create procedure touch(in who int, out done int) comment 'Touches'
begin
  update customer set nick = nick where id = who;
  set done = 1;
end$$
DELIMITER ;
create role clerk;
create user night_shift;
grant clerk to night_shift;
grant select, insert on customer to clerk;
grant update (nick) on customer to night_shift;
