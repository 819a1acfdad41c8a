// SQLite keeps every statement that made something, word for word.
export const sqliteQuery = `select json_object(
  'relataCatalogue', 1, 'dialect', 'sqlite', 'server', sqlite_version(), 'database', (select file from pragma_database_list where name = 'main'),
  'probe', char(34, 92, 10, 39),
  'statements', json((select json_group_array(json_object('kind', type, 'name', name, 'sql', sql)) from (
    select type, name, sql from sqlite_master
    where sql is not null and name not like 'sqlite\\_%' escape '\\'
    order by case type when 'table' then 1 when 'index' then 2 when 'view' then 3 else 4 end, rowid)))
) as relata_catalogue;`
