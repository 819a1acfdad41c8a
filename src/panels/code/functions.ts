// The functions that stand in defaults, checks and indexes, for the list while one types; a database knows many more.
import type { DialectId } from '../../core/model/target'

const split = (text: string): readonly string[] => text.trim().split(/\s+/)

/** A name with () takes nothing. */
const everywhere = 'coalesce nullif lower upper trim length replace abs round'

const postgres =
  split(`${everywhere} now() CURRENT_DATE CURRENT_TIMESTAMP CURRENT_USER gen_random_uuid() uuidv7() nextval
  clock_timestamp() date_trunc date_part extract age make_interval to_char to_date to_timestamp to_tsvector
  to_tsquery plainto_tsquery char_length octet_length substring position split_part concat concat_ws left right
  lpad rpad md5 regexp_replace regexp_matches similarity unaccent ceil floor mod power sqrt random() greatest least
  array_length cardinality array_to_string string_to_array unnest jsonb_build_object jsonb_typeof jsonb_extract_path_text
  jsonb_array_length num_nonnulls num_nulls current_setting pg_typeof tstzrange daterange numrange isempty lower_inf upper_inf`)

const mysql =
  split(`${everywhere} CURRENT_TIMESTAMP CURRENT_DATE now() uuid() uuid_to_bin bin_to_uuid ifnull if concat
  concat_ws substring left right locate char_length ceil floor mod power sqrt rand() greatest least date year month day
  hour datediff date_add date_sub date_format unix_timestamp from_unixtime last_day json_extract json_unquote json_valid
  json_length json_contains json_object md5 sha2 crc32 inet6_aton regexp_like regexp_replace st_srid st_distance_sphere
  st_geomfromtext user() version()`)

const sqlite =
  split(`${everywhere} CURRENT_TIMESTAMP CURRENT_DATE CURRENT_TIME date time datetime julianday unixepoch
  strftime ifnull iif instr substr printf format hex quote typeof random() randomblob min max sign json json_valid
  json_extract json_array_length json_type like glob unicode char zeroblob ceil floor pow sqrt mod`)

const sqlserver = split(`${everywhere} getdate() sysdatetime() sysutcdatetime() sysdatetimeoffset() newid()
  newsequentialid() isnull iif choose concat substring left right len datalength charindex patindex stuff ltrim rtrim
  ceiling floor power sqrt rand() sign dateadd datediff datepart datefromparts eomonth year month day cast convert
  try_cast try_convert isnumeric isjson json_value json_query checksum hashbytes suser_sname() user_name() host_name()`)

const oracle =
  split(`${everywhere} SYSDATE SYSTIMESTAMP CURRENT_DATE CURRENT_TIMESTAMP USER sys_guid() nvl nvl2 decode
  greatest least substr instr lpad rpad ltrim rtrim initcap concat ceil floor mod power sqrt sign trunc to_char to_date
  to_number to_timestamp add_months months_between last_day next_day extract regexp_like regexp_replace regexp_substr
  regexp_count json_value json_exists standard_hash ora_hash sys_context`)

const byDialect: Readonly<Record<DialectId, readonly string[]>> = {
  postgres,
  'aurora-postgres': postgres,
  redshift:
    split(`${everywhere} getdate() sysdate CURRENT_DATE CURRENT_USER nvl nvl2 decode date_trunc date_part dateadd
    datediff to_char to_date concat substring left right lpad rpad char_length position split_part md5 sha2 ceil floor mod
    power sqrt random() greatest least json_extract_path_text json_array_length is_valid_json`),
  mysql,
  'aurora-mysql': mysql,
  mariadb: [...mysql, 'json_value', 'json_query', 'uuid_v7()', 'sysdate()', 'inet_aton'],
  sqlite,
  sqlserver,
  oracle,
}

export interface KnownFunction {
  readonly name: string
  /** What it takes stands in brackets; words like CURRENT_DATE have none. */
  readonly takes: 'arguments' | 'nothing' | 'noBrackets'
}

const read = (word: string): KnownFunction => {
  if (word.endsWith('()')) return { name: word.slice(0, -2), takes: 'nothing' }
  return { name: word, takes: word === word.toUpperCase() ? 'noBrackets' : 'arguments' }
}

export const functionsOf = (dialect: DialectId): readonly KnownFunction[] => byDialect[dialect].map(read)
