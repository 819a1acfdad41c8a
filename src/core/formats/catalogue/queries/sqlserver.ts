// SQL Server 2017 and later, Azure SQL: sys views. The statement ends in FOR JSON, so that no client cuts it: a long
// answer comes in rows of 2,033 characters, which are one text.
export const sqlserverQuery = `select
  1 as relataCatalogue, 'sqlserver' as dialect, cast(serverproperty('ProductVersion') as nvarchar(128)) as [server],
  db_name() as [database], char(34) + char(92) + char(10) + char(39) as probe,
  cast(databasepropertyex(db_name(), 'Collation') as nvarchar(128)) as collation,
  (select s.name from sys.schemas s
    where s.schema_id between 5 and 16383 order by s.schema_id for json path) as schemas,
  (select schema_name(t.schema_id) as [schema], t.name, b.name as type, t.max_length as length, t.precision, t.scale,
      t.is_nullable as nullable
    from sys.types t join sys.types b on b.user_type_id = t.system_type_id
    where t.is_user_defined = 1 and t.is_table_type = 0 and t.is_assembly_type = 0
    order by t.user_type_id for json path) as types,
  (select q.object_id as id, schema_name(q.schema_id) as [schema], q.name, type_name(q.user_type_id) as type,
      cast(q.start_value as nvarchar(40)) as start, cast(q.increment as nvarchar(40)) as step,
      cast(q.minimum_value as nvarchar(40)) as min, cast(q.maximum_value as nvarchar(40)) as max,
      q.is_cycling as cycle, q.is_cached as cached, q.cache_size as cache
    from sys.sequences q where q.is_ms_shipped = 0 order by q.object_id for json path) as sequences,
  (select t.object_id as id, schema_name(t.schema_id) as [schema], t.name, t.temporal_type as temporal,
      object_schema_name(t.history_table_id) as historySchema, object_name(t.history_table_id) as historyTable,
      t.is_memory_optimized as inMemory
    from sys.tables t where t.is_ms_shipped = 0 order by t.object_id for json path) as tables,
  (select c.object_id as [of], c.column_id as n, c.name, y.name as type,
      case when y.is_user_defined = 1 then schema_name(y.schema_id) end as typeSchema,
      c.max_length as length, c.precision, c.scale, c.is_nullable as nullable,
      case when c.collation_name <> cast(databasepropertyex(db_name(), 'Collation') as nvarchar(128))
        then c.collation_name end as collation,
      cast(i.seed_value as nvarchar(40)) as seed, cast(i.increment_value as nvarchar(40)) as step,
      i.is_not_for_replication as notForReplication,
      d.definition as [default], case when d.is_system_named = 0 then d.name end as defaultName,
      k.definition as computed, k.is_persisted as persisted, c.is_rowguidcol as rowGuid, c.is_sparse as sparse,
      c.is_hidden as hidden, nullif(c.generated_always_type, 0) as always
    from sys.columns c join sys.tables t on t.object_id = c.object_id join sys.types y on y.user_type_id = c.user_type_id
      left join sys.identity_columns i on i.object_id = c.object_id and i.column_id = c.column_id
      left join sys.default_constraints d on d.object_id = c.default_object_id
      left join sys.computed_columns k on k.object_id = c.object_id and k.column_id = c.column_id
    where t.is_ms_shipped = 0 order by c.object_id, c.column_id for json path) as columns,
  (select x.object_id as [of], x.index_id as n, x.name, x.type, x.is_unique as [unique], x.is_primary_key as [primary],
      x.is_unique_constraint as [constraint], k.object_id as id, k.is_system_named as unnamed, x.filter_definition as filter,
      nullif(x.fill_factor, 0) as fillFactor, x.is_disabled as disabled, p.name as partitioned,
      (select c.name, ic.is_descending_key as [desc], ic.is_included_column as included
        from sys.index_columns ic join sys.columns c on c.object_id = ic.object_id and c.column_id = ic.column_id
        where ic.object_id = x.object_id and ic.index_id = x.index_id
          and (ic.key_ordinal > 0 or ic.is_included_column = 1)
        order by ic.is_included_column, ic.key_ordinal, ic.index_column_id for json path) as columns
    from sys.indexes x join sys.objects o on o.object_id = x.object_id
      left join sys.key_constraints k on k.parent_object_id = x.object_id and k.unique_index_id = x.index_id
      left join sys.partition_schemes p on p.data_space_id = x.data_space_id
    where o.is_ms_shipped = 0 and o.type in ('U', 'V') and x.is_hypothetical = 0 and (x.type > 0 or p.name is not null)
    order by x.object_id, x.index_id for json path) as indexes,
  (select k.parent_object_id as [of], k.object_id as id, k.name, k.definition, k.is_system_named as unnamed, k.is_disabled as disabled,
      k.is_not_trusted as unchecked, k.is_not_for_replication as notForReplication
    from sys.check_constraints k where k.is_ms_shipped = 0 order by k.object_id for json path) as checks,
  (select f.parent_object_id as [of], f.object_id as id, f.name, f.is_system_named as unnamed, f.referenced_object_id as [to],
      f.delete_referential_action_desc as onDelete, f.update_referential_action_desc as onUpdate,
      f.is_disabled as disabled, f.is_not_trusted as unchecked, f.is_not_for_replication as notForReplication,
      (select col_name(c.parent_object_id, c.parent_column_id) as [column],
          col_name(c.referenced_object_id, c.referenced_column_id) as [to]
        from sys.foreign_key_columns c where c.constraint_object_id = f.object_id
        order by c.constraint_column_id for json path) as columns
    from sys.foreign_keys f where f.is_ms_shipped = 0 order by f.object_id for json path) as foreignKeys,
  (select o.object_id as id, schema_name(o.schema_id) as [schema], o.name, rtrim(o.type) as type, m.definition as sql,
      t.is_disabled as disabled, t.parent_id as [on]
    from sys.sql_modules m join sys.objects o on o.object_id = m.object_id
      left join sys.triggers t on t.object_id = o.object_id
    where o.is_ms_shipped = 0 and o.type in ('V', 'P', 'FN', 'IF', 'TF', 'TR') order by o.object_id for json path) as modules,
  (select schema_name(s.schema_id) as [schema], s.name, s.base_object_name as [to]
    from sys.synonyms s where s.is_ms_shipped = 0 order by s.object_id for json path) as synonyms,
  (select e.class, e.major_id as id, e.minor_id as part, schema_name(case e.class when 3 then e.major_id end) as [schema],
      cast(e.value as nvarchar(max)) as [text]
    from sys.extended_properties e where e.name = N'MS_Description' and e.class in (1, 3, 7)
    order by e.class, e.major_id, e.minor_id for json path) as comments,
  (select u.kind, u.name from (
      select 'table type' as kind, schema_name(t.schema_id) + '.' + t.name as name from sys.table_types t
      union all select 'assembly', a.name from sys.assemblies a where a.is_user_defined = 1
      union all select 'full-text index', object_name(f.object_id) from sys.fulltext_indexes f
      union all select 'XML schema collection', x.name from sys.xml_schema_collections x where x.xml_collection_id > 65535
      union all select 'security policy', p.name from sys.security_policies p
      union all select 'database trigger', g.name from sys.triggers g where g.parent_class = 0 and g.is_ms_shipped = 0) u
    for json path) as unread
for json path, without_array_wrapper;`
