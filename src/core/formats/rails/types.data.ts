// What Rails' column types are called in each database (ActiveRecord's NATIVE_DATABASE_TYPES).
import type { DialectId } from '../../model/target'

export type RailsDatabase = 'postgres' | 'mysql' | 'sqlite'

export const databaseOf = (dialect: DialectId): RailsDatabase => {
  if (dialect === 'sqlite') return 'sqlite'
  return dialect === 'mysql' || dialect === 'mariadb' || dialect === 'aurora-mysql' ? 'mysql' : 'postgres'
}

/** Types that take a limit in brackets are marked with `*`, those with precision and scale with `#`. */
export const railsTypes: Readonly<Record<RailsDatabase, Readonly<Record<string, string>>>> = {
  postgres: {
    string: 'character varying*',
    text: 'text',
    integer: 'integer',
    bigint: 'bigint',
    float: 'double precision',
    decimal: 'numeric#',
    numeric: 'numeric#',
    datetime: 'timestamp~',
    timestamp: 'timestamp~',
    timestamptz: 'timestamptz~',
    time: 'time~',
    binary: 'bytea',
    bit: 'bit*',
    bit_varying: 'bit varying*',
    serial: 'integer',
    bigserial: 'bigint',
    virtual: 'text',
    vector: 'vector*',
    halfvec: 'halfvec*',
    primary_key: 'bigint',
    st_point: 'geography(Point,4326)',
  },
  mysql: {
    string: 'varchar*',
    text: 'text',
    integer: 'int',
    bigint: 'bigint',
    float: 'float',
    decimal: 'decimal#',
    numeric: 'decimal#',
    datetime: 'datetime~',
    timestamp: 'timestamp~',
    time: 'time~',
    binary: 'blob',
    blob: 'blob',
    boolean: 'tinyint(1)',
    primary_key: 'bigint',
    tinytext: 'tinytext',
    mediumtext: 'mediumtext',
    longtext: 'longtext',
    tinyblob: 'tinyblob',
    mediumblob: 'mediumblob',
    longblob: 'longblob',
    unsigned_integer: 'int unsigned',
    unsigned_bigint: 'bigint unsigned',
    unsigned_float: 'float unsigned',
    unsigned_decimal: 'decimal# unsigned',
  },
  sqlite: {
    string: 'varchar*',
    text: 'text',
    integer: 'integer',
    bigint: 'bigint',
    float: 'float',
    decimal: 'decimal#',
    numeric: 'decimal#',
    datetime: 'datetime~',
    timestamp: 'datetime~',
    time: 'time~',
    binary: 'blob',
    boolean: 'boolean',
    primary_key: 'integer',
  },
}

/** Bytes of an integer's `limit:`. */
export const integerTypes: Readonly<Record<RailsDatabase, (bytes: number) => string>> = {
  postgres: (bytes) => (bytes <= 2 ? 'smallint' : bytes <= 4 ? 'integer' : 'bigint'),
  mysql: (bytes) =>
    bytes === 1
      ? 'tinyint'
      : bytes === 2
        ? 'smallint'
        : bytes === 3
          ? 'mediumint'
          : bytes === 4
            ? 'int'
            : 'bigint',
  sqlite: () => 'integer',
}

const textSizes = (limit: number): string =>
  limit < 0x100 ? 'tiny' : limit < 0x10000 ? '' : limit < 0x1000000 ? 'medium' : 'long'

export const sized = (
  base: 'text' | 'blob',
  { limit, size }: { limit: number | undefined; size: string | undefined },
) => `${size ?? (limit === undefined ? '' : textSizes(limit))}${base}`
