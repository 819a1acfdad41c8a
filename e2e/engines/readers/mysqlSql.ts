// The questions put to information_schema. MySQL and MariaDB differ in columns: `isMariadb` chooses.
// Every column is given a name, for MySQL answers in upper case.

const SYSTEM = `('mysql', 'information_schema', 'performance_schema', 'sys')`

export const namespaces = `select schema_name as \`schema\`, default_character_set_name as charset,
  default_collation_name as collation from information_schema.schemata where schema_name not in ${SYSTEM} order by binary schema_name`

export const tables = `select table_schema as \`schema\`, table_name as name, table_type as type, engine as engine, row_format as rowFormat,
  table_collation as collation, create_options as options, table_comment as comment
from information_schema.tables where table_schema not in ${SYSTEM} order by binary table_schema, binary table_name`

export const columns = (
  isMariadb: boolean,
): string => `select table_schema as \`schema\`, table_name as tableName, column_name as name,
  column_type as type, data_type as dataType, is_nullable as nullable, column_default as defaultText, extra as extra,
  generation_expression as generatedAs, collation_name as collation, column_comment as comment, ${isMariadb ? 'null' : 'srs_id'} as srid
from information_schema.columns where table_schema not in ${SYSTEM} order by binary table_schema, binary table_name, ordinal_position`

export const checks = (isMariadb: boolean): string =>
  isMariadb
    ? `select constraint_schema as \`schema\`, table_name as tableName, constraint_name as name, check_clause as expression,
  'YES' as enforced, level as level from information_schema.check_constraints
where constraint_schema not in ${SYSTEM} order by binary constraint_name`
    : `select t.table_schema as \`schema\`, t.table_name as tableName, t.constraint_name as name, c.check_clause as expression,
  t.enforced as enforced, 'Table' as level from information_schema.table_constraints t
join information_schema.check_constraints c on c.constraint_schema = t.constraint_schema and c.constraint_name = t.constraint_name
where t.constraint_type = 'CHECK' and t.table_schema not in ${SYSTEM} order by binary t.constraint_name`

export const indexParts = (
  isMariadb: boolean,
): string => `select table_schema as \`schema\`, table_name as tableName, index_name as name,
  non_unique as nonUnique, column_name as columnName, sub_part as prefix, collation as direction, index_type as method,
  index_comment as comment, ${isMariadb ? 'null' : 'expression'} as expression,
  ${isMariadb ? `if(ignored = 'YES', 'NO', 'YES')` : 'is_visible'} as visible
from information_schema.statistics where table_schema not in ${SYSTEM}
order by binary table_schema, binary table_name, binary index_name, seq_in_index`

export const foreignKeyParts = `select k.table_schema as \`schema\`, k.table_name as tableName, k.constraint_name as name,
  k.column_name as columnName, k.referenced_table_schema as refSchema, k.referenced_table_name as refTable,
  k.referenced_column_name as refColumn, r.delete_rule as onDelete, r.update_rule as onUpdate, r.match_option as matchOption
from information_schema.key_column_usage k
join information_schema.referential_constraints r on r.constraint_schema = k.constraint_schema
  and r.constraint_name = k.constraint_name and r.table_name = k.table_name
where k.referenced_table_name is not null and k.table_schema not in ${SYSTEM}
order by binary k.table_schema, binary k.table_name, binary k.constraint_name, k.ordinal_position`

export const triggers = `select event_object_schema as \`schema\`, event_object_table as tableName, trigger_name as name,
  action_timing as timing, event_manipulation as event, action_statement as body
from information_schema.triggers where event_object_schema not in ${SYSTEM} order by binary trigger_name`

export const partitions = `select table_schema as \`schema\`, table_name as tableName, partition_name as name, partition_method as method,
  partition_expression as expression, partition_description as description, subpartition_method as subMethod,
  subpartition_expression as subExpression
from information_schema.partitions where partition_name is not null and table_schema not in ${SYSTEM}
order by binary table_schema, binary table_name, partition_ordinal_position, subpartition_ordinal_position`

export const views = `select table_schema as \`schema\`, table_name as name, view_definition as definition, check_option as checkOption,
  security_type as security from information_schema.views where table_schema not in ${SYSTEM}
order by binary table_schema, binary table_name`

export const routines = `select routine_schema as \`schema\`, routine_name as name, routine_type as kind, dtd_identifier as returns,
  routine_definition as definition, routine_comment as comment from information_schema.routines
where routine_schema not in ${SYSTEM} order by binary routine_schema, binary routine_name`

export const parameters = `select specific_schema as \`schema\`, specific_name as name, parameter_mode as mode,
  parameter_name as parameterName, dtd_identifier as type from information_schema.parameters
where ordinal_position > 0 and specific_schema not in ${SYSTEM} order by binary specific_schema, binary specific_name, ordinal_position`

export const events = `select event_schema as \`schema\`, event_name as name, event_definition as definition, event_comment as comment
from information_schema.events where event_schema not in ${SYSTEM} order by binary event_schema, binary event_name`

export const users = (isMariadb: boolean): string =>
  isMariadb
    ? `select user as name, if(is_role = 'Y', 0, 1) as login, (select group_concat(m.role order by m.role separator '\n')
  from mysql.roles_mapping m where m.user = u.user) as memberOf
from mysql.user u where user not in ('root', 'mariadb.sys', 'PUBLIC', 'nobody', '') order by binary user`
    : `select user as name, if(account_locked = 'Y', 0, 1) as login, (select group_concat(e.from_user order by e.from_user separator '\n')
  from mysql.role_edges e where e.to_user = u.user) as memberOf
from mysql.user u where user not in ('root', 'mysql.sys', 'mysql.session', 'mysql.infoschema', '') order by binary user`

const GRANTEE = `replace(replace(substring_index(grantee, '@', 1), '''', ''), '\`', '') as grantee`

export const grants = `select ${GRANTEE}, privilege_type as privilege, 'schema' as kind, table_schema as \`schema\`,
  table_schema as object, null as columnName, is_grantable as grantable from information_schema.schema_privileges
union all select ${GRANTEE}, privilege_type, 'table', table_schema, table_name, null, is_grantable from information_schema.table_privileges
union all select ${GRANTEE}, privilege_type, 'column', table_schema, table_name, column_name, is_grantable
  from information_schema.column_privileges`
