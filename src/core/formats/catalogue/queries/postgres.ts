// PostgreSQL 14 and later, and Aurora. What the server can print itself (constraints, indexes, views, functions,
// triggers, rules) is taken as it prints it; the rest are the facts of pg_catalog. Left out, as pg_dump leaves them out:
// system schemas and what belongs to an extension.
export const postgresQuery = `with
  schemas as (
    select oid, nspname, nspowner, nspacl from pg_namespace where nspname !~ '^pg_' and nspname <> 'information_schema'),
  extended as (select classid, objid from pg_depend where deptype = 'e'),
  relations as (
    select c.*, n.nspname from pg_class c join schemas n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p', 'f', 'v', 'm', 'S') and c.relpersistence <> 't'
      and not exists (select from extended e where e.classid = 'pg_class'::regclass and e.objid = c.oid)),
  grants as (
    select 'schema' as kind, n.oid, n.nspname as schema, null::name as name, null::text as detail, n.nspowner as owner, a.*
      from schemas n, aclexplode(n.nspacl) a where n.nspname <> 'public'
    union all select case c.relkind when 'S' then 'sequence' else 'table' end, c.oid, c.nspname, c.relname, null, c.relowner, a.*
      from relations c, aclexplode(c.relacl) a
    union all select 'column', c.oid, c.nspname, c.relname, t.attname, c.relowner, a.*
      from relations c join pg_attribute t on t.attrelid = c.oid and t.attacl is not null, aclexplode(t.attacl) a
    union all select 'routine', p.oid, n.nspname, p.proname, pg_get_function_identity_arguments(p.oid), p.proowner, a.*
      from pg_proc p join schemas n on n.oid = p.pronamespace, aclexplode(p.proacl) a
      where not exists (select from extended e where e.classid = 'pg_proc'::regclass and e.objid = p.oid)),
  roles as (
    select r.oid, r.rolname, r.rolcanlogin from pg_roles r where r.oid >= 16384 and (
      exists (select from grants g where g.grantee = r.oid and g.owner <> r.oid)
      or exists (select from pg_policy p where r.oid = any (p.polroles))))
select json_build_object(
  'relataCatalogue', 1, 'dialect', 'postgres', 'server', current_setting('server_version'),
  'database', current_database(), 'probe', chr(34) || chr(92) || chr(10) || chr(39),
  'path', to_json(current_schemas(false)),
  'schemas', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('name', nspname,
      'comment', obj_description(oid, 'pg_namespace'))) order by oid)
    from schemas n where not exists (select from extended e where e.classid = 'pg_namespace'::regclass and e.objid = n.oid)),
  'roles', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('name', r.rolname, 'login', r.rolcanlogin,
      'in', (select jsonb_agg(distinct o.rolname) from pg_auth_members m join roles o on o.oid = m.roleid where m.member = r.oid)))
      order by r.oid) from roles r),
  'extensions', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('name', x.extname, 'schema', n.nspname,
      'comment', obj_description(x.oid, 'pg_extension'))) order by x.oid)
    from pg_extension x join pg_namespace n on n.oid = x.extnamespace where x.extname <> 'plpgsql'),
  'types', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('schema', n.nspname, 'name', t.typname, 'kind', t.typtype,
      'comment', obj_description(t.oid, 'pg_type'),
      'labels', (select jsonb_agg(e.enumlabel order by e.enumsortorder) from pg_enum e where e.enumtypid = t.oid),
      'fields', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('name', a.attname,
          'type', format_type(a.atttypid, a.atttypmod),
          'collation', case when a.attcollation <> f.typcollation then a.attcollation::regcollation::text end)) order by a.attnum)
        from pg_attribute a join pg_type f on f.oid = a.atttypid
        where a.attrelid = t.typrelid and a.attnum > 0 and not a.attisdropped),
      'type', case when t.typtype = 'd' then format_type(t.typbasetype, t.typtypmod) end,
      'notNull', t.typnotnull, 'default', t.typdefault,
      'collation', case when t.typtype = 'd' and t.typcollation <> b.typcollation then t.typcollation::regcollation::text end,
      'subtype', (select format_type(r.rngsubtype, null) from pg_range r where r.rngtypid = t.oid),
      'checks', (select jsonb_agg(jsonb_build_object('name', k.conname, 'is', pg_get_constraintdef(k.oid)) order by k.oid)
        from pg_constraint k where k.contypid = t.oid and k.contype = 'c'))) order by t.oid)
    from pg_type t join schemas n on n.oid = t.typnamespace
      left join pg_type b on b.oid = t.typbasetype left join pg_class c on c.oid = t.typrelid
    where (t.typtype in ('e', 'd', 'r') or (t.typtype = 'c' and c.relkind = 'c'))
      and not exists (select from extended e where e.classid = 'pg_type'::regclass and e.objid = t.oid)),
  'sequences', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('schema', c.nspname, 'name', c.relname,
      'comment', obj_description(c.oid, 'pg_class'), 'type', format_type(s.seqtypid, null), 'start', s.seqstart::text,
      'step', s.seqincrement::text, 'min', s.seqmin::text, 'max', s.seqmax::text, 'cache', s.seqcache::text, 'cycle', s.seqcycle,
      'unlogged', c.relpersistence = 'u', 'table', d.refobjid::bigint, 'column', a.attname)) order by c.oid)
    from relations c join pg_sequence s on s.seqrelid = c.oid
      left join pg_depend d on d.objid = c.oid and d.classid = 'pg_class'::regclass and d.deptype = 'a' and d.refobjsubid > 0
      left join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
    where not exists (select from pg_depend i where i.objid = c.oid and i.classid = 'pg_class'::regclass and i.deptype = 'i')),
  'routines', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('schema', n.nspname, 'name', p.proname,
      'kind', p.prokind, 'comment', obj_description(p.oid, 'pg_proc'), 'arguments', pg_get_function_identity_arguments(p.oid),
      'sql', case when p.prokind <> 'a' then pg_get_functiondef(p.oid) end,
      'aggregate', (select jsonb_strip_nulls(jsonb_build_object('SFUNC', g.aggtransfn::regproc::text,
          'STYPE', format_type(g.aggtranstype, null), 'SSPACE', nullif(g.aggtransspace, 0),
          'FINALFUNC', case when g.aggfinalfn <> 0 then g.aggfinalfn::regproc::text end,
          'COMBINEFUNC', case when g.aggcombinefn <> 0 then g.aggcombinefn::regproc::text end, 'INITCOND', quote_literal(g.agginitval)))
        from pg_aggregate g where g.aggfnoid = p.oid))) order by p.oid)
    from pg_proc p join schemas n on n.oid = p.pronamespace
    where not exists (select from extended e where e.classid = 'pg_proc'::regclass and e.objid = p.oid)
      and not exists (select from pg_depend i where i.objid = p.oid and i.classid = 'pg_proc'::regclass and i.deptype = 'i')),
  'relations', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('id', c.oid::bigint, 'schema', c.nspname, 'name', c.relname,
      'kind', c.relkind, 'comment', obj_description(c.oid, 'pg_class'), 'unlogged', c.relpersistence = 'u',
      'method', case when c.relkind in ('r', 'm') then (select nullif(m.amname, 'heap') from pg_am m where m.oid = c.relam) end,
      'tablespace', (select s.spcname from pg_tablespace s where s.oid = c.reltablespace),
      'type', case when c.reloftype <> 0 then format_type(c.reloftype, null) end,
      'parents', (select jsonb_agg(i.inhparent::bigint order by i.inhseqno) from pg_inherits i where i.inhrelid = c.oid),
      'bound', case when c.relispartition then pg_get_expr(c.relpartbound, c.oid) end,
      'partitionBy', case when c.relkind = 'p' then pg_get_partkeydef(c.oid) end,
      'rowSecurity', c.relrowsecurity, 'forced', c.relforcerowsecurity, 'options', to_jsonb(c.reloptions),
      'identity', nullif(c.relreplident, 'd'),
      'identityIndex', (select r.relname from pg_index i join pg_class r on r.oid = i.indexrelid where i.indrelid = c.oid and i.indisreplident limit 1),
      'clustered', (select r.relname from pg_index i join pg_class r on r.oid = i.indexrelid where i.indrelid = c.oid and i.indisclustered limit 1),
      'server', (select s.srvname from pg_foreign_table f
        join pg_foreign_server s on s.oid = f.ftserver where f.ftrelid = c.oid),
      'query', case when c.relkind in ('v', 'm') then pg_get_viewdef(c.oid) end)) order by c.oid)
    from relations c where c.relkind <> 'S'),
  'columns', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('of', a.attrelid::bigint, 'n', a.attnum, 'name', a.attname,
      'type', format_type(a.atttypid, a.atttypmod), 'notNull', a.attnotnull, 'local', a.attislocal, 'inherited', nullif(a.attinhcount, 0),
      'default', pg_get_expr(d.adbin, d.adrelid), 'generated', nullif(a.attgenerated, ''), 'identity', nullif(a.attidentity, ''),
      'sequence', (select jsonb_build_object('schema', sn.nspname, 'name', sc.relname, 'start', s.seqstart::text,
          'step', s.seqincrement::text, 'min', s.seqmin::text, 'max', s.seqmax::text, 'cache', s.seqcache::text, 'cycle', s.seqcycle)
        from pg_depend p join pg_sequence s on s.seqrelid = p.objid join pg_class sc on sc.oid = s.seqrelid
          join pg_namespace sn on sn.oid = sc.relnamespace
        where a.attidentity <> '' and p.refobjid = a.attrelid and p.refobjsubid = a.attnum and p.deptype = 'i'
          and p.refclassid = 'pg_class'::regclass and p.classid = 'pg_class'::regclass limit 1),
      'collation', case when a.attcollation <> t.typcollation then a.attcollation::regcollation::text end,
      'storage', case when a.attstorage <> t.typstorage then a.attstorage end, 'compression', nullif(a.attcompression, ''),
      'notNullName', (select k.conname from pg_constraint k
        where k.conrelid = a.attrelid and k.contype = 'n' and k.conkey = array[a.attnum] and (k.conislocal or k.coninhcount = 0)),
      'comment', col_description(a.attrelid, a.attnum))) order by a.attrelid, a.attnum)
    from pg_attribute a join relations c on c.oid = a.attrelid join pg_type t on t.oid = a.atttypid
      left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
    where a.attnum > 0 and not a.attisdropped and c.relkind <> 'S'),
  'constraints', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('of', k.conrelid::bigint, 'name', k.conname, 'kind', k.contype,
      'is', pg_get_constraintdef(k.oid), 'comment', obj_description(k.oid, 'pg_constraint'))) order by k.oid)
    from pg_constraint k join relations c on c.oid = k.conrelid
    where k.contype in ('p', 'u', 'c', 'f', 'x') and k.conparentid = 0 and k.conislocal),
  'indexes', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('of', x.indrelid::bigint, 'schema', n.nspname, 'name', i.relname,
      'is', pg_get_indexdef(i.oid), 'comment', obj_description(i.oid, 'pg_class'))) order by i.oid)
    from pg_index x join pg_class i on i.oid = x.indexrelid join relations c on c.oid = x.indrelid
      join pg_namespace n on n.oid = i.relnamespace
    where not i.relispartition
      and not exists (select from pg_constraint k where k.conindid = i.oid and k.contype in ('p', 'u', 'x'))),
  'triggers', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('of', t.tgrelid::bigint, 'name', t.tgname,
      'is', pg_get_triggerdef(t.oid), 'enabled', t.tgenabled, 'comment', obj_description(t.oid, 'pg_trigger'))) order by t.oid)
    from pg_trigger t join relations c on c.oid = t.tgrelid where not t.tgisinternal and t.tgparentid = 0),
  'rules', (select jsonb_agg(pg_get_ruledef(r.oid) order by r.oid)
    from pg_rewrite r join relations c on c.oid = r.ev_class where r.rulename <> '_RETURN'),
  'statistics', (select jsonb_agg(pg_get_statisticsobjdef(s.oid) order by s.oid)
    from pg_statistic_ext s join relations c on c.oid = s.stxrelid),
  'policies', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('of', p.polrelid::bigint, 'name', p.polname, 'for', p.polcmd,
      'permissive', p.polpermissive, 'using', pg_get_expr(p.polqual, p.polrelid), 'check', pg_get_expr(p.polwithcheck, p.polrelid),
      'comment', obj_description(p.oid, 'pg_policy'),
      'to', (select jsonb_agg(pg_get_userbyid(r) order by r) from unnest(p.polroles) r where r <> 0))) order by p.oid)
    from pg_policy p join relations c on c.oid = p.polrelid),
  'grants', (select jsonb_agg(jsonb_strip_nulls(jsonb_build_object('kind', g.kind, 'schema', g.schema, 'name', g.name,
      'detail', g.detail, 'privilege', g.privilege_type, 'to', nullif(pg_get_userbyid(nullif(g.grantee, 0)), ''),
      'grantable', g.is_grantable)) order by g.kind, g.oid)
    from grants g where g.grantee <> g.owner and not (g.kind = 'routine' and g.grantee = 0)),
  'unread', (select jsonb_agg(jsonb_build_object('kind', u.kind, 'name', u.name)) from (
    select 'operator' as kind, o.oprname::text as name, o.oid, 'pg_operator'::regclass as class
      from pg_operator o join schemas n on n.oid = o.oprnamespace
    union all select 'operator class', o.opcname, o.oid, 'pg_opclass'::regclass from pg_opclass o join schemas n on n.oid = o.opcnamespace
    union all select 'collation', o.collname, o.oid, 'pg_collation'::regclass from pg_collation o join schemas n on n.oid = o.collnamespace
    union all select 'text search configuration', o.cfgname, o.oid, 'pg_ts_config'::regclass
      from pg_ts_config o join schemas n on n.oid = o.cfgnamespace
    union all select 'base type', t.typname, t.oid, 'pg_type'::regclass
      from pg_type t join schemas n on n.oid = t.typnamespace where t.typtype = 'b' and t.typelem = 0
    union all select 'cast', o.castsource::regtype || ' as ' || o.casttarget::regtype, o.oid, 'pg_cast'::regclass
      from pg_cast o where o.oid >= 16384
    union all select 'event trigger', o.evtname, o.oid, 'pg_event_trigger'::regclass from pg_event_trigger o
    union all select 'publication', o.pubname, o.oid, 'pg_publication'::regclass from pg_publication o
    union all select 'foreign server', o.srvname, o.oid, 'pg_foreign_server'::regclass from pg_foreign_server o) u
    where not exists (select from extended e where e.classid = u.class and e.objid = u.oid))
)::text as relata_catalogue;`
