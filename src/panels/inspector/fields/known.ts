// What each database knows by name: its options with their values, collations, character sets, kinds of index. For the
// lists of the forms; any other word may be written, since servers can be taught new ones.
import type { OptionPlace } from '../../../core/dialects/write/dialectOptions'
import type { DialectId } from '../../../core/model/target'
import type { ComboboxGroup, ComboboxOption } from '../../../ui'

/** Whose words a fork shares. */
type Tongue = 'postgres' | 'mysql' | 'mariadb' | 'sqlite' | 'sqlserver' | 'oracle' | 'redshift'

const tongues: Readonly<Record<DialectId, Tongue>> = {
  postgres: 'postgres',
  'aurora-postgres': 'postgres',
  redshift: 'redshift',
  mysql: 'mysql',
  'aurora-mysql': 'mysql',
  mariadb: 'mariadb',
  sqlite: 'sqlite',
  sqlserver: 'sqlserver',
  oracle: 'oracle',
}

export interface KnownOption {
  readonly name: string
  readonly values: readonly string[]
  readonly hint?: string
}

const none: readonly never[] = []
const switched = ['on', 'off']
const fill = ['100', '90', '80', '70', '50']

const option = (name: string, values: readonly string[] = none, hint?: string): KnownOption => ({
  name,
  values,
  ...(hint !== undefined && { hint }),
})

const mysqlCharsets = ['utf8mb4', 'utf8mb3', 'latin1', 'ascii', 'binary', 'ucs2', 'utf16']

const collationsOf: Readonly<Record<Tongue, readonly string[]>> = {
  postgres: [
    'C',
    'POSIX',
    'C.UTF-8',
    'und-x-icu',
    'en-x-icu',
    'de-x-icu',
    'en_US.utf8',
    'ucs_basic',
    'pg_c_utf8',
  ],
  redshift: ['case_sensitive', 'case_insensitive'],
  mysql: [
    'utf8mb4_0900_ai_ci',
    'utf8mb4_0900_as_cs',
    'utf8mb4_0900_bin',
    'utf8mb4_unicode_ci',
    'utf8mb4_bin',
    'utf8mb4_general_ci',
    'latin1_swedish_ci',
    'latin1_bin',
    'ascii_general_ci',
    'binary',
  ],
  mariadb: [
    'utf8mb4_uca1400_ai_ci',
    'utf8mb4_unicode_ci',
    'utf8mb4_bin',
    'utf8mb4_general_ci',
    'utf8mb4_nopad_bin',
    'latin1_swedish_ci',
    'latin1_bin',
    'ascii_general_ci',
    'binary',
  ],
  sqlite: ['BINARY', 'NOCASE', 'RTRIM'],
  sqlserver: [
    'SQL_Latin1_General_CP1_CI_AS',
    'SQL_Latin1_General_CP1_CS_AS',
    'Latin1_General_100_CI_AS_SC_UTF8',
    'Latin1_General_100_CS_AS_SC_UTF8',
    'Latin1_General_BIN2',
    'Latin1_General_100_BIN2_UTF8',
  ],
  oracle: ['USING_NLS_COMP', 'BINARY', 'BINARY_CI', 'BINARY_AI', 'UCA0700_DUCET_CI'],
}

const innodb = [
  option('ENGINE', ['InnoDB', 'MyISAM', 'MEMORY', 'ARCHIVE', 'CSV'], 'How rows are stored'),
  option('DEFAULT CHARSET', mysqlCharsets, 'Letters of new columns'),
  option('ROW_FORMAT', ['DYNAMIC', 'COMPRESSED', 'COMPACT', 'REDUNDANT']),
  option('AUTO_INCREMENT', ['1000'], 'The first number'),
  option('KEY_BLOCK_SIZE', ['8', '4', '16']),
  option('STATS_PERSISTENT', ['1', '0', 'DEFAULT']),
]

const tableOptions: Readonly<Record<Tongue, readonly KnownOption[]>> = {
  postgres: [
    option('fillfactor', fill, 'Per cent of a page that is filled'),
    option('tablespace', ['pg_default'], 'Where its files lie'),
    option('autovacuum_enabled', ['true', 'false']),
    option('autovacuum_vacuum_scale_factor', ['0.2', '0.1', '0.05', '0.01']),
    option('autovacuum_analyze_scale_factor', ['0.1', '0.05', '0.01']),
    option('parallel_workers', ['2', '4', '8']),
    option('toast_tuple_target', ['2040', '4080', '8160']),
    option('user_catalog_table', ['false', 'true']),
  ],
  redshift: [
    option('diststyle', ['auto', 'even', 'key', 'all'], 'How rows are spread'),
    option('distkey', none, 'The column that spreads'),
    option('sortkey', none, 'Columns that sort'),
    option('compound sortkey'),
    option('interleaved sortkey'),
    option('backup', ['yes', 'no']),
  ],
  mysql: [
    ...innodb,
    option('COLLATE', collationsOf.mysql),
    option('COMPRESSION', ["'zlib'", "'lz4'", "'none'"]),
    option('ENCRYPTION', ["'Y'", "'N'"]),
  ],
  mariadb: [
    ...innodb.map((one) =>
      one.name === 'ENGINE'
        ? { ...one, values: ['InnoDB', 'Aria', 'MyISAM', 'ColumnStore', 'MEMORY', 'ROCKSDB', 'S3'] }
        : one,
    ),
    option('COLLATE', collationsOf.mariadb),
    option('PAGE_COMPRESSED', ['1', '0']),
    option('ENCRYPTED', ['YES', 'NO']),
    option('WITH SYSTEM VERSIONING', none, 'Keeps what rows were before'),
  ],
  sqlite: [
    option('STRICT', none, 'Types are enforced'),
    option('WITHOUT ROWID', none, 'The key alone finds a row'),
  ],
  sqlserver: [
    option('DATA_COMPRESSION', ['NONE', 'ROW', 'PAGE']),
    option('MEMORY_OPTIMIZED', ['ON', 'OFF']),
    option('DURABILITY', ['SCHEMA_AND_DATA', 'SCHEMA_ONLY']),
  ],
  oracle: none,
}

const indexOptions: Readonly<Record<Tongue, readonly KnownOption[]>> = {
  postgres: [
    option('fillfactor', ['90', '100', '70', '50'], 'Per cent of a page that is filled'),
    option('deduplicate_items', switched),
    option('fastupdate', switched, 'GIN only'),
    option('pages_per_range', ['128', '64', '32'], 'BRIN only'),
    option('autosummarize', switched, 'BRIN only'),
    option('buffering', ['auto', 'on', 'off'], 'GiST only'),
  ],
  redshift: none,
  mysql: [
    option('WITH PARSER', ['ngram', 'mecab'], 'Of a full text index'),
    option('KEY_BLOCK_SIZE', ['8', '4']),
  ],
  mariadb: [option('KEY_BLOCK_SIZE', ['8', '4'])],
  sqlite: none,
  sqlserver: [
    option('FILLFACTOR', fill),
    option('PAD_INDEX', ['ON', 'OFF']),
    option('IGNORE_DUP_KEY', ['ON', 'OFF']),
    option('DATA_COMPRESSION', ['NONE', 'ROW', 'PAGE']),
    option('ALLOW_ROW_LOCKS', ['ON', 'OFF']),
    option('ALLOW_PAGE_LOCKS', ['ON', 'OFF']),
  ],
  oracle: none,
}

const columnOptions: Partial<Readonly<Record<Tongue, readonly KnownOption[]>>> = {
  redshift: [
    option('encode', ['az64', 'lzo', 'zstd', 'bytedict', 'delta', 'raw', 'runlength', 'text255', 'auto']),
    option('distkey'),
    option('sortkey'),
  ],
  mysql: [
    option('SRID', ['4326', '3857', '0'], 'The plane of a place'),
    option('COLUMN_FORMAT', ['FIXED', 'DYNAMIC', 'DEFAULT']),
    option('STORAGE', ['DISK', 'MEMORY']),
  ],
  mariadb: [
    option('REF_SYSTEM_ID', ['4326', '3857', '0'], 'The plane of a place'),
    option('COMPRESSED'),
    option('WITHOUT SYSTEM VERSIONING'),
    option('GENERATED ALWAYS AS ROW START'),
    option('GENERATED ALWAYS AS ROW END'),
  ],
  sqlite: [
    option('ON CONFLICT', ['ROLLBACK', 'ABORT', 'FAIL', 'IGNORE', 'REPLACE'], 'Where NULL is refused'),
  ],
}

const viewOptions: Partial<Readonly<Record<Tongue, readonly KnownOption[]>>> = {
  postgres: [
    option('security_barrier', ['true', 'false']),
    option('security_invoker', ['true', 'false']),
    option('check_option', ['local', 'cascaded']),
  ],
  mysql: [
    option('ALGORITHM', ['MERGE', 'TEMPTABLE', 'UNDEFINED']),
    option('SQL SECURITY', ['INVOKER', 'DEFINER']),
  ],
  mariadb: [
    option('ALGORITHM', ['MERGE', 'TEMPTABLE', 'UNDEFINED']),
    option('SQL SECURITY', ['INVOKER', 'DEFINER']),
  ],
}

const keyOptions: Partial<Readonly<Record<Tongue, readonly KnownOption[]>>> = {
  postgres: [option('fillfactor', fill)],
  sqlite: [option('ON CONFLICT', ['ROLLBACK', 'ABORT', 'FAIL', 'IGNORE', 'REPLACE'])],
  sqlserver: [option('CLUSTERED'), option('NONCLUSTERED')],
}

const byPlace: Readonly<Record<OptionPlace, Partial<Readonly<Record<Tongue, readonly KnownOption[]>>>>> = {
  table: tableOptions,
  index: indexOptions,
  column: columnOptions,
  view: viewOptions,
  key: keyOptions,
  foreignKey: {},
  sequence: {},
}

export const knownOptions = (place: OptionPlace, dialect: DialectId): readonly KnownOption[] =>
  byPlace[place][tongues[dialect]] ?? none

const listed = (values: readonly string[]): readonly ComboboxGroup[] => [
  { label: '', options: values.map((value): ComboboxOption => ({ value })) },
]

const perTongue = (words: Readonly<Record<Tongue, readonly string[]>>) => {
  // Entries of a record keep its keys.
  const lists = Object.fromEntries(
    Object.entries(words).map(([tongue, values]) => [tongue, listed(values)]),
  ) as unknown as Readonly<Record<Tongue, readonly ComboboxGroup[]>>
  return (dialect: DialectId): readonly ComboboxGroup[] => lists[tongues[dialect]]
}

export const collations = perTongue(collationsOf)

export const charsets = perTongue({
  postgres: none,
  redshift: none,
  mysql: mysqlCharsets,
  mariadb: mysqlCharsets,
  sqlite: none,
  sqlserver: none,
  oracle: none,
})

export const indexMethods = perTongue({
  postgres: ['btree', 'hash', 'gin', 'gist', 'brin', 'spgist'],
  redshift: none,
  mysql: ['btree', 'hash', 'fulltext', 'spatial'],
  mariadb: ['btree', 'hash', 'rtree', 'fulltext', 'spatial'],
  sqlite: none,
  sqlserver: ['clustered', 'nonclustered', 'columnstore', 'spatial'],
  oracle: ['bitmap', 'reverse'],
})
