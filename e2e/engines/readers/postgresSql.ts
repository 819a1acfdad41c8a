// The questions put to pg_catalog. Each answers one column `j` of JSON text, so that drivers cannot differ.
// Left out throughout: system schemas, what belongs to an extension, and what a partition has from its parent.

const OURS = (alias: string, catalog: string): string => `
  ${alias}.oid not in (select objid from pg_depend where deptype = 'e' and classid = '${catalog}'::regclass)`
const IN_USER_SCHEMA = `n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`
const NAMES = (numbers: string, relation: string): string => `
  (select coalesce(json_agg(a.attname order by p.i), '[]')
   from unnest(${numbers}) with ordinality p(n, i) join pg_attribute a on a.attrelid = ${relation} and a.attnum = p.n)`
const OPTIONS = (array: string): string => `
  (select coalesce(json_object_agg(split_part(o, '=', 1), substr(o, strpos(o, '=') + 1)), '{}') from unnest(${array}) o)`

export const namespaces = `select json_build_object('name', n.nspname, 'comment', obj_description(n.oid, 'pg_namespace'))::text j
from pg_namespace n where ${IN_USER_SCHEMA} and ${OURS('n', 'pg_namespace')} order by n.nspname collate "C"`

export const relations = `select json_build_object('oid', c.oid::text, 'schema', n.nspname, 'name', c.relname, 'kind', c.relkind,
  'comment', obj_description(c.oid, 'pg_class'),
  'rowSecurity', case when not c.relrowsecurity then 'off' when c.relforcerowsecurity then 'forced' else 'enabled' end,
  'by', case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end,
  'of', case when c.relispartition then (select i.inhparent::regclass::text from pg_inherits i where i.inhrelid = c.oid) end,
  'bound', pg_get_expr(c.relpartbound, c.oid),
  'inherits', case when not c.relispartition then
    (select string_agg(i.inhparent::regclass::text, ', ' order by i.inhseqno) from pg_inherits i where i.inhrelid = c.oid) end,
  'unlogged', c.relpersistence = 'u',
  'definition', case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end,
  'options', ${OPTIONS('c.reloptions')})::text j
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where c.relkind in ('r', 'p', 'f', 'v', 'm') and c.relpersistence <> 't' and ${IN_USER_SCHEMA} and ${OURS('c', 'pg_class')}
order by n.nspname collate "C", c.relname collate "C"`

export const columns = `select json_build_object('of', a.attrelid::text, 'name', a.attname,
  'type', format_type(a.atttypid, a.atttypmod), 'nullable', not a.attnotnull,
  'default', case when a.attgenerated = '' then pg_get_expr(d.adbin, d.adrelid) end,
  'identity', case when a.attidentity <> '' then json_build_object(
    'kind', case a.attidentity when 'a' then 'always' else 'byDefault' end,
    'start', s.seqstart::text, 'increment', s.seqincrement::text) end,
  'generated', case when a.attgenerated <> '' then json_build_object('expression', pg_get_expr(d.adbin, d.adrelid),
    'kind', case a.attgenerated::text when 's' then 'stored' else 'virtual' end) end,
  'collation', case when a.attcollation <> t.typcollation then a.attcollation::regcollation::text end,
  'onUpdate', null, 'invisible', false, 'comment', col_description(a.attrelid, a.attnum))::text j
from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
join pg_type t on t.oid = a.atttypid
left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
left join pg_depend p on a.attidentity <> '' and p.refobjid = a.attrelid and p.refobjsubid = a.attnum and p.deptype = 'i'
  and p.refclassid = 'pg_class'::regclass and p.classid = 'pg_class'::regclass
left join pg_sequence s on s.seqrelid = p.objid
where a.attnum > 0 and not a.attisdropped and c.relkind in ('r', 'p', 'f', 'v', 'm') and ${IN_USER_SCHEMA}
order by a.attrelid, a.attnum`

const ACTION = (column: string): string => `case ${column}
  when 'a' then 'NO ACTION' when 'r' then 'RESTRICT' when 'c' then 'CASCADE' when 'n' then 'SET NULL' when 'd' then 'SET DEFAULT' end`

export function constraints(version: number): string {
  const nullsNotDistinct = version >= 150000 ? `coalesce(x.indnullsnotdistinct, false)` : 'false'
  const enforced = version >= 180000 ? 'k.conenforced' : 'true'
  return `select json_build_object('of', k.conrelid::text, 'domain', k.contypid::text, 'kind', k.contype, 'name', k.conname,
  'comment', obj_description(k.oid, 'pg_constraint'), 'columns', ${NAMES('k.conkey', 'k.conrelid')},
  'include', case when x.indexrelid is null then '[]'::json else
    (select coalesce(json_agg(a.attname order by i.n), '[]') from unnest(x.indkey) with ordinality i(a, n)
     join pg_attribute a on a.attrelid = k.conrelid and a.attnum = i.a where i.n > x.indnkeyatts) end,
  'deferrable', k.condeferrable, 'initiallyDeferred', k.condeferred, 'validated', k.convalidated, 'enforced', ${enforced},
  'nullsNotDistinct', ${nullsNotDistinct}, 'expression', pg_get_expr(k.conbin, k.conrelid),
  'definition', pg_get_constraintdef(k.oid), 'refSchema', rn.nspname, 'refTable', rc.relname,
  'refColumns', ${NAMES('k.confkey', 'k.confrelid')}, 'onDelete', ${ACTION('k.confdeltype')}, 'onUpdate', ${ACTION('k.confupdtype')},
  'match', case k.confmatchtype when 'f' then 'FULL' when 'p' then 'PARTIAL' else 'SIMPLE' end)::text j
from pg_constraint k join pg_namespace n on n.oid = k.connamespace
left join pg_index x on x.indexrelid = k.conindid and k.contype in ('p', 'u', 'x')
left join pg_class rc on rc.oid = k.confrelid left join pg_namespace rn on rn.oid = rc.relnamespace
where k.conparentid = 0 and k.contype in ('p', 'u', 'c', 'f', 'x') and (k.conislocal or k.contypid <> 0) and ${IN_USER_SCHEMA}
order by k.conname collate "C"`
}

export function indexes(version: number): string {
  const nullsNotDistinct = version >= 150000 ? 'x.indnullsnotdistinct' : 'false'
  return `select json_build_object('of', x.indrelid::text, 'name', c.relname, 'comment', obj_description(c.oid, 'pg_class'),
  'unique', x.indisunique, 'nullsNotDistinct', ${nullsNotDistinct}, 'method', m.amname,
  'parts', (select json_agg(json_build_object(
      'column', case when k.a <> 0 then a.attname end,
      'expression', case when k.a = 0 then pg_get_indexdef(c.oid, k.n::int, false) end,
      'order', case when pg_index_column_has_property(c.oid, k.n::int, 'desc') then 'desc'
        when pg_index_column_has_property(c.oid, k.n::int, 'asc') then 'asc' end,
      'nulls', case when pg_index_column_has_property(c.oid, k.n::int, 'nulls_first') then 'first'
        when pg_index_column_has_property(c.oid, k.n::int, 'nulls_last') then 'last' end,
      'prefix', null, 'opclass', case when not o.opcdefault then o.opcname end,
      'collation', case when g.c <> 0 and g.c is distinct from ia.attcollation_own then g.c::regcollation::text end) order by k.n)
    from unnest(x.indkey) with ordinality k(a, n)
    join unnest(x.indclass) with ordinality l(o, n) on l.n = k.n join pg_opclass o on o.oid = l.o
    left join unnest(x.indcollation) with ordinality g(c, n) on g.n = k.n
    left join pg_attribute a on a.attrelid = x.indrelid and a.attnum = k.a
    left join lateral (select case when k.a <> 0 then a.attcollation else
      (select t.typcollation from pg_attribute i join pg_type t on t.oid = i.atttypid where i.attrelid = c.oid and i.attnum = k.n)
      end attcollation_own) ia on true
    where k.n <= x.indnkeyatts),
  'include', (select coalesce(json_agg(a.attname order by i.n), '[]') from unnest(x.indkey) with ordinality i(a, n)
     join pg_attribute a on a.attrelid = x.indrelid and a.attnum = i.a where i.n > x.indnkeyatts),
  'where', pg_get_expr(x.indpred, x.indrelid), 'visible', x.indisvalid, 'options', ${OPTIONS('c.reloptions')})::text j
from pg_index x join pg_class c on c.oid = x.indexrelid join pg_am m on m.oid = c.relam join pg_namespace n on n.oid = c.relnamespace
where not c.relispartition and ${IN_USER_SCHEMA}
  and not exists (select from pg_constraint k where k.conindid = x.indexrelid and k.contype in ('p', 'u', 'x'))
order by c.relname collate "C"`
}

export const triggers = `select json_build_object('of', t.tgrelid::text, 'name', t.tgname, 'comment', obj_description(t.oid, 'pg_trigger'),
  'timing', case when t.tgtype & 2 <> 0 then 'BEFORE' when t.tgtype & 64 <> 0 then 'INSTEAD OF' else 'AFTER' end,
  'events', array_to_json(array_remove(array[case when t.tgtype & 4 <> 0 then 'INSERT' end, case when t.tgtype & 16 <> 0 then 'UPDATE' end,
    case when t.tgtype & 8 <> 0 then 'DELETE' end, case when t.tgtype & 32 <> 0 then 'TRUNCATE' end], null)),
  'forEach', case when t.tgtype & 1 <> 0 then 'row' else 'statement' end, 'disabled', t.tgenabled = 'D', 'definition', pg_get_triggerdef(t.oid))::text j
from pg_trigger t where not t.tgisinternal and t.tgparentid = 0 order by t.tgname collate "C"`

export const policies = `select json_build_object('of', p.polrelid::text, 'name', p.polname, 'comment', obj_description(p.oid, 'pg_policy'),
  'command', case p.polcmd when 'r' then 'SELECT' when 'a' then 'INSERT' when 'w' then 'UPDATE' when 'd' then 'DELETE' else 'ALL' end,
  'permissive', p.polpermissive,
  'roles', (select json_agg(case when r = 0 then 'public' else pg_get_userbyid(r)::text end order by r) from unnest(p.polroles) r),
  'using', pg_get_expr(p.polqual, p.polrelid), 'withCheck', pg_get_expr(p.polwithcheck, p.polrelid))::text j
from pg_policy p order by p.polname collate "C"`

export const types = `select json_build_object('oid', t.oid::text, 'schema', n.nspname, 'name', t.typname, 'kind', t.typtype,
  'comment', obj_description(t.oid, 'pg_type'),
  'labels', (select coalesce(json_agg(e.enumlabel order by e.enumsortorder), '[]') from pg_enum e where e.enumtypid = t.oid),
  'attributes', (select coalesce(json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum), '[]')
    from pg_attribute a where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped),
  'type', format_type(t.typbasetype, t.typtypmod), 'nullable', not t.typnotnull, 'default', t.typdefault,
  'collation', case when t.typtype = 'd' and t.typcollation <> b.typcollation then t.typcollation::regcollation::text end)::text j
from pg_type t join pg_namespace n on n.oid = t.typnamespace left join pg_type b on b.oid = t.typbasetype
left join pg_class c on c.oid = t.typrelid
where (t.typtype in ('e', 'd') or (t.typtype = 'c' and c.relkind = 'c')) and ${IN_USER_SCHEMA} and ${OURS('t', 'pg_type')}
order by n.nspname collate "C", t.typname collate "C"`

export const sequences = `select json_build_object('schema', n.nspname, 'name', c.relname, 'comment', obj_description(c.oid, 'pg_class'),
  'type', format_type(s.seqtypid, null), 'start', s.seqstart::text, 'increment', s.seqincrement::text, 'min', s.seqmin::text,
  'max', s.seqmax::text, 'cache', s.seqcache::text, 'cycle', s.seqcycle,
  'ownedBy', (select d.refobjid::regclass::text || '.' || quote_ident(a.attname) from pg_depend d
    join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
    where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'a' and d.refobjsubid > 0))::text j
from pg_sequence s join pg_class c on c.oid = s.seqrelid join pg_namespace n on n.oid = c.relnamespace
where ${IN_USER_SCHEMA} and ${OURS('c', 'pg_class')}
  and not exists (select from pg_depend d where d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'i')
order by n.nspname collate "C", c.relname collate "C"`

export const routines = `select json_build_object('schema', n.nspname, 'name', p.proname, 'comment', obj_description(p.oid, 'pg_proc'),
  'kind', case p.prokind when 'f' then 'function' when 'p' then 'procedure' when 'a' then 'aggregate' else 'window' end,
  'arguments', pg_get_function_arguments(p.oid), 'returns', pg_get_function_result(p.oid), 'language', l.lanname,
  'definition', case when p.prokind = 'a' then '' else pg_get_functiondef(p.oid) end)::text j
from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language l on l.oid = p.prolang
where ${IN_USER_SCHEMA} and ${OURS('p', 'pg_proc')}
order by n.nspname collate "C", p.proname collate "C", pg_get_function_identity_arguments(p.oid) collate "C"`

export const roles = `select json_build_object('name', r.rolname, 'login', r.rolcanlogin,
  'memberOf', (select coalesce(json_agg(distinct g.rolname), '[]') from pg_auth_members m join pg_roles g on g.oid = m.roleid where m.member = r.oid))::text j
from pg_roles r where r.rolname not like 'pg\\_%' and r.oid >= 16384 order by r.rolname collate "C"`

const GRANT = (parts: { kind: string; schema: string; object: string; column: string }): string => `
  json_build_object('grantee', case when g.grantee = 0 then 'public' else pg_get_userbyid(g.grantee)::text end, 'privilege', g.privilege_type,
    'kind', '${parts.kind}', 'schema', ${parts.schema}, 'object', ${parts.object}, 'column', ${parts.column}, 'grantable', g.is_grantable)::text j`

export const grants = `select j from (
select ${GRANT({ kind: 'table', schema: 'n.nspname', object: 'c.relname', column: 'null' })}
  from pg_class c join pg_namespace n on n.oid = c.relnamespace, aclexplode(c.relacl) g where g.grantee <> c.relowner and ${IN_USER_SCHEMA}
union all select ${GRANT({ kind: 'column', schema: 'n.nspname', object: 'c.relname', column: 'a.attname' })}
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace, aclexplode(a.attacl) g
  where g.grantee <> c.relowner and ${IN_USER_SCHEMA}
union all select ${GRANT({ kind: 'schema', schema: 'n.nspname', object: 'n.nspname', column: 'null' })}
  from pg_namespace n, aclexplode(n.nspacl) g where g.grantee <> n.nspowner and n.nspname <> 'public' and ${IN_USER_SCHEMA}
union all select ${GRANT({ kind: 'routine', schema: 'n.nspname', object: 'p.proname', column: 'null' })}
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace, aclexplode(p.proacl) g where g.grantee <> p.proowner and ${IN_USER_SCHEMA}
) every_grant order by j collate "C"`

export const extensions = `select to_json(extname)::text j from pg_extension where extname <> 'plpgsql' order by extname collate "C"`
