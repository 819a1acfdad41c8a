// Oracle 19c and later: dbms_metadata prints every statement; it is asked for what the user owns.
export const oracleQuery = `select json_object(
  'relataCatalogue' value 1, 'dialect' value 'oracle',
  'server' value (select max(version) from product_component_version where product like 'Oracle%'),
  'database' value sys_context('USERENV', 'CURRENT_SCHEMA'), 'owner' value user,
  'probe' value chr(34) || chr(92) || chr(10) || chr(39),
  'statements' value (
    select json_arrayagg(json_object('kind' value o.kind, 'name' value o.name,
        'sql' value dbms_metadata.get_ddl(o.kind, o.name) returning clob) order by o.place, o.name returning clob)
    from (
      select 1 as place, 'SEQUENCE' as kind, sequence_name as name from user_sequences
        where sequence_name not like 'ISEQ$$%' and sequence_name not like 'MDRS!_%' escape '!'
      union all select 2, 'TYPE', type_name from user_types where type_name not like 'SYS!_%' escape '!'
      union all select 3, 'TABLE', table_name from user_tables t
        where nested = 'NO' and secondary = 'N' and dropped = 'NO' and iot_name is null
          and table_name not like 'MLOG$!_%' escape '!' and table_name not like 'RUPD$!_%' escape '!'
          and not exists (select 1 from user_mviews m where m.container_name = t.table_name)
      union all select 4, 'INDEX', index_name from user_indexes i
        where generated = 'N' and index_type not in ('LOB', 'IOT - TOP', 'CLUSTER') and dropped = 'NO'
          and index_name not like 'I!_SNAP$!_%' escape '!'
          and not exists (select 1 from user_constraints c
            where c.constraint_type in ('P', 'U') and c.index_name = i.index_name)
      union all select 5, 'VIEW', view_name from user_views
      union all select 6, 'MATERIALIZED_VIEW', mview_name from user_mviews
      union all select 7, object_type, object_name from user_objects
        where object_type in ('FUNCTION', 'PROCEDURE', 'PACKAGE') and generated = 'N'
      union all select 8, 'TRIGGER', trigger_name from user_triggers where trim(base_object_type) in ('TABLE', 'VIEW')
      union all select 9, 'SYNONYM', synonym_name from user_synonyms
    ) o) format json,
  'comments' value (
    select json_arrayagg(json_object('table' value c.table_name, 'column' value c.column_name, 'text' value c.comments,
        'kind' value c.kind absent on null returning clob) order by c.table_name, c.place returning clob)
    from (
      select table_name, null as column_name, comments, table_type as kind, 0 as place from user_tab_comments
        where comments is not null and table_name not like 'BIN$%'
      union all select c.table_name, c.column_name, c.comments, 'COLUMN', t.column_id from user_col_comments c
        join user_tab_columns t on t.table_name = c.table_name and t.column_name = c.column_name
        where c.comments is not null and c.table_name not like 'BIN$%'
    ) c) format json,
  'grants' value (
    select json_arrayagg(json_object('table' value g.table_name, 'privilege' value g.privilege, 'to' value g.grantee,
        'grantable' value g.grantable returning clob) order by g.table_name, g.grantee, g.privilege returning clob)
    from user_tab_privs_made g where g.table_name not like 'BIN$%' and g.type in ('TABLE', 'VIEW', 'SEQUENCE')
  ) format json
  absent on null returning clob) as relata_catalogue
from dual;`
