// Amazon Redshift: its catalogue is answered by the leader node, which makes no JSON; each row is one object, put
// together as text. The last row says that nothing was left out.

/** A value as a JSON text; without backslashes in the statement, which Redshift would read as escapes. */
const text = (of: string): string =>
  `'"' || replace(replace(replace(replace(replace(coalesce(${of}, ''), chr(92), chr(92) || chr(92)), '"', chr(92) || '"'),
        chr(10), chr(92) || 'n'), chr(13), chr(92) || 'r'), chr(9), chr(92) || 't') || '"'`

const row = (fields: Readonly<Record<string, string>>): string =>
  `'{' || ${Object.entries(fields).map(([name, of]) => `'"${name}": ' || ${of}`).join(`
      || ', ' || `)} || '}'`

const own = `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'`

export const redshiftQuery = `select relata_catalogue from (
  select 1 as place, 0 as id, 0 as n, ${row({
    relataCatalogue: `'1'`,
    dialect: `'"redshift"'`,
    server: text('version()'),
    database: text('current_database()'),
    probe: text('chr(34) || chr(92) || chr(10) || chr(39)'),
  })} as relata_catalogue
  union all select 2, n.oid::int, 0, ${row({
    kind: `'"schema"'`,
    name: text('n.nspname'),
    comment: text(`obj_description(n.oid, 'pg_namespace')`),
  })}
  from pg_namespace n where ${own}
  union all select 3, c.oid::int, 0, ${row({
    kind: `case c.relkind when 'v' then '"view"' else '"table"' end`,
    id: 'c.oid::int::varchar',
    schema: text('n.nspname'),
    name: text('c.relname'),
    distribution: 'c.reldiststyle::varchar',
    query: text(`case when c.relkind = 'v' then pg_get_viewdef(c.oid) end`),
    comment: text(`obj_description(c.oid, 'pg_class')`),
  })}
  from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'v') and ${own}
  union all select 4, a.attrelid::int, a.attnum, ${row({
    kind: `'"column"'`,
    of: 'a.attrelid::int::varchar',
    name: text('a.attname'),
    type: text('format_type(a.atttypid, a.atttypmod)'),
    notNull: `case when a.attnotnull then 'true' else 'false' end`,
    default: text('d.adsrc'),
    encoding: text('format_encoding(a.attencodingtype::integer)'),
    isDistribution: `case when a.attisdistkey then 'true' else 'false' end`,
    sort: 'a.attsortkeyord::varchar',
    comment: text('col_description(a.attrelid, a.attnum)'),
  })}
  from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
    left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
  where c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and ${own}
  union all select 5, k.conrelid::int, k.oid::int, ${row({
    kind: `'"constraint"'`,
    of: 'k.conrelid::int::varchar',
    name: text('k.conname'),
    is: text('pg_get_constraintdef(k.oid)'),
  })}
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where k.contype in ('p', 'u', 'f') and ${own}
  union all select 9, 0, 0, '{"kind": "end"}'
) answer order by place, id, n;`
