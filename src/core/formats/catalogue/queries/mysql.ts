// MySQL 8 and 9, Aurora MySQL, and MariaDB 10.6 and later: information_schema of the current database. Neither prints a
// CREATE statement inside a SELECT, so these are the facts that SHOW CREATE puts together.

interface Differences {
  readonly dialect: 'mysql' | 'mariadb'
  /** Around the statement. */
  readonly before: string
  readonly columns: string
  readonly indexes: string
  readonly checks: string
  readonly views: string
}

const list = (of: string, from: string): string => `(select json_arrayagg(json_object(${of}))
    from information_schema.${from})`

const queryOf = (
  own: Differences,
): string => `${own.before}select concat('{"relataCatalogue": 1, ', substr(json_object(
  'dialect', '${own.dialect}', 'server', version(), 'database', database(),
  'probe', char(34, 92, 10, 39 using utf8mb4),
  'collation', (select default_collation_name from information_schema.schemata where schema_name = database()),
  'tables', ${list(
    `'name', table_name, 'type', table_type, 'engine', engine, 'collation', table_collation,
      'options', create_options, 'counter', auto_increment, 'comment', table_comment`,
    `tables where table_schema = database()`,
  )},
  'columns', ${list(
    `'table', table_name, 'n', ordinal_position, 'name', column_name, 'type', column_type,
      'nullable', is_nullable, 'default', column_default, 'extra', extra, 'as', generation_expression,
      'charset', character_set_name, 'collation', collation_name, 'comment', column_comment${own.columns}`,
    `columns where table_schema = database()`,
  )},
  'indexes', ${list(
    `'table', table_name, 'name', index_name, 'n', seq_in_index, 'column', column_name,
      'length', sub_part, 'order', collation, 'repeats', non_unique, 'method', index_type, 'comment', index_comment,
      ${own.indexes}`,
    `statistics where table_schema = database()`,
  )},
  'foreignKeys', ${list(
    `'table', k.table_name, 'name', k.constraint_name, 'n', k.ordinal_position, 'column', k.column_name,
      'toSchema', k.referenced_table_schema, 'toTable', k.referenced_table_name, 'toColumn', k.referenced_column_name,
      'onDelete', r.delete_rule, 'onUpdate', r.update_rule`,
    `key_column_usage k join information_schema.referential_constraints r
      on r.constraint_schema = k.constraint_schema and r.constraint_name = k.constraint_name and r.table_name = k.table_name
    where k.table_schema = database() and r.constraint_schema = database() and k.referenced_table_name is not null`,
  )},
  'checks', ${own.checks},
  'partitions', ${list(
    `'table', table_name, 'n', partition_ordinal_position, 'name', partition_name,
      'subName', subpartition_name, 'subN', subpartition_ordinal_position, 'method', partition_method,
      'subMethod', subpartition_method, 'by', partition_expression, 'subBy', subpartition_expression,
      'values', partition_description, 'comment', partition_comment`,
    `partitions where table_schema = database() and partition_name is not null`,
  )},
  'views', ${list(
    `'name', table_name, 'query', view_definition, 'check', check_option, 'security', security_type${own.views}`,
    `views where table_schema = database()`,
  )},
  'triggers', ${list(
    `'table', event_object_table, 'name', trigger_name, 'n', action_order, 'timing', action_timing,
      'event', event_manipulation, 'body', action_statement`,
    `triggers where trigger_schema = database()`,
  )},
  'routines', ${list(
    `'name', routine_name, 'kind', routine_type, 'returns', dtd_identifier, 'charset', character_set_name,
      'body', routine_definition, 'deterministic', is_deterministic, 'access', sql_data_access, 'security', security_type,
      'comment', routine_comment`,
    `routines where routine_schema = database()`,
  )},
  'parameters', ${list(
    `'routine', specific_name, 'kind', routine_type, 'n', ordinal_position, 'mode', parameter_mode,
      'name', parameter_name, 'type', dtd_identifier`,
    `parameters where specific_schema = database() and ordinal_position > 0`,
  )},
  'events', ${list(
    `'name', event_name, 'body', event_definition, 'at', cast(execute_at as char), 'every', interval_value,
      'unit', interval_field, 'starts', cast(starts as char), 'ends', cast(ends as char), 'status', status,
      'keeps', on_completion, 'comment', event_comment`,
    `events where event_schema = database()`,
  )},
  'grantees', (select count(distinct grantee) from information_schema.table_privileges where table_schema = database())
), 2)) as relata_catalogue;`

export const mysqlQuery = queryOf({
  dialect: 'mysql',
  before: '',
  columns: `, 'srid', srs_id`,
  indexes: `'expression', expression, 'visible', is_visible`,
  checks: list(
    `'table', t.table_name, 'name', t.constraint_name, 'is', c.check_clause, 'enforced', t.enforced`,
    `table_constraints t join information_schema.check_constraints c
      on c.constraint_schema = t.constraint_schema and c.constraint_name = t.constraint_name
    where t.constraint_type = 'CHECK' and t.table_schema = database()`,
  ),
  views: '',
})

export const mariadbQuery = queryOf({
  dialect: 'mariadb',
  // Its lists are cut at this many characters, and the usual limit is one million.
  before: 'set statement group_concat_max_len = 1073741824 for\n',
  columns: '',
  indexes: `'visible', if(ignored = 'YES', 'NO', 'YES')`,
  checks: list(
    `'table', table_name, 'name', constraint_name, 'is', check_clause, 'level', level`,
    `check_constraints where constraint_schema = database()`,
  ),
  views: `, 'algorithm', algorithm`,
})
