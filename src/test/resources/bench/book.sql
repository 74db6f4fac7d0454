-- The same work as a well made application on PostgreSQL would do it: a function a fact, so that each takes one round
-- trip and one transaction; an index for each question that is asked.

create table orders (
    id text primary key,
    customer text not null,
    placed_on date not null,
    net bigint not null,
    delivered_on date,
    due_on date,
    outstanding bigint not null default 0,
    step int not null default 0,
    next_on date);
create index orders_due on orders (next_on) where next_on is not null;
create index orders_late on orders (due_on, id) where outstanding > 0;

create table facts (
    id text primary key,
    order_id text not null,
    kind text not null,
    fact_on date not null,
    known_on date not null,
    amount bigint);
create index facts_of_order on facts (order_id);

create table documents (
    id bigint generated always as identity primary key,
    order_id text not null,
    kind text not null,
    issued_on date not null,
    due_on date not null,
    gross bigint not null,
    number int);
create index documents_of_order on documents (order_id);
create unique index documents_number on documents (number);
create index documents_unnumbered on documents (id) where number is null;

create table series (name text primary key, last int not null);
insert into series values ('2026', 0);

create table entries (
    document bigint,
    order_id text not null,
    entry_on date not null,
    account text not null,
    debit bigint not null,
    credit bigint not null);
create table alerts (order_id text not null, said_on date not null, step int not null, content jsonb not null);
create table statements (order_id text primary key, drawn_on date not null, content jsonb not null);

create function placed(o text, c text, d date, n bigint) returns void language plpgsql as $$
begin
    insert into orders (id, customer, placed_on, net) values (o, c, d, n);
    insert into facts values ('placed-' || o, o, 'OrderPlaced', d, d, n);
end $$;

-- The number last: whoever else wants one waits until this is committed.
create function delivered(o text, d date, inline boolean) returns void language plpgsql as $$
declare
    price bigint;
    document bigint;
begin
    insert into facts values ('done-' || o, o, 'ServiceDelivered', d, d, null);
    update orders set delivered_on = d, due_on = d + 30, outstanding = net * 6 / 5, next_on = d + 31
        where id = o returning net into price;
    insert into documents (order_id, kind, issued_on, due_on, gross) values (o, 'INVOICE', d, d + 30, price * 6 / 5)
        returning id into document;
    insert into entries values (document, o, d, '411', price * 6 / 5, 0), (document, o, d, '706', 0, price),
        (document, o, d, '44571', 0, price / 5);
    perform drawn(o, d);
    if inline then
        update documents set number = given.last
            from (select 1) as one,
            lateral (select next_number() as last) as given where documents.id = document;
    end if;
end $$;

create function next_number() returns int language sql volatile as $$
    update series set last = last + 1 where name = '2026' returning last
$$;

-- All that wait, in the order of their ids; one worker calls it again and again.
create function number_all() returns bigint language plpgsql as $$
declare
    given bigint;
begin
    with waiting as (
        select id, row_number() over (order by id) as place from documents where number is null),
    numbered as (
        update documents set number = series.last + waiting.place
            from waiting, series where documents.id = waiting.id and series.name = '2026' returning 1)
    select count(*) into given from numbered;
    update series set last = last + given where name = '2026';
    return given;
end $$;

create function paid(o text, p text, d date, a bigint) returns void language plpgsql as $$
begin
    insert into facts values (p, o, 'PaymentReceived', d, d, a);
    update orders set outstanding = outstanding - a, next_on = case when outstanding = a then null else next_on end
        where id = o;
    insert into entries values (null, o, d, '512', a, 0), (null, o, d, '411', 0, a);
    perform drawn(o, d);
end $$;

create function standing(o text, d date) returns jsonb language sql stable as $$
    select jsonb_build_object(
        'orderId', o.id, 'customer', o.customer, 'placedOn', o.placed_on, 'dueOn', o.due_on,
        'paid', coalesce((select sum(amount) from facts
            where order_id = o.id and kind = 'PaymentReceived' and known_on < d), 0),
        'documents', (select jsonb_agg(jsonb_build_object('number', number, 'kind', kind, 'on', issued_on, 'gross', gross)
            order by id) from documents where order_id = o.id and issued_on < d),
        'late', greatest(0, d - o.due_on),
        'interest', case when d > o.due_on then o.outstanding * 1215 * (d - o.due_on) / 3650000 else 0 end)
    from orders o where o.id = $1
$$;

create function drawn(o text, d date) returns void language sql as $$
    insert into statements values (o, d, standing(o, d + 1))
        on conflict (order_id) do update set drawn_on = excluded.drawn_on, content = excluded.content
$$;

-- A day at once, in one transaction: each order that is due takes its next step, says so, and is drawn anew.
create function closed(d date) returns bigint language plpgsql as $$
declare
    woken bigint;
begin
    with due as (
        select id from orders where next_on <= d + 1 for update),
    stepped as (
        update orders set step = step + 1,
            next_on = case step when 0 then due_on + 15 when 1 then due_on + 30 else null end
            from due where orders.id = due.id returning orders.id, step),
    drawn as (
        select id, step, standing(id, d + 1) as content from stepped),
    said as (
        insert into alerts select id, d + 1, step, content from drawn),
    stated as (
        insert into statements select id, d, content from drawn
            on conflict (order_id) do update set drawn_on = excluded.drawn_on, content = excluded.content)
    select count(*) into woken from due;
    return woken;
end $$;
