// The words of expressions: what each dialect calls the moment, a new uuid, a true. Meanings are heard from any
// dialect and said in one; what has no meaning here is never guessed at.
import type { ColumnType } from '../../model/type'

export type Meaning = 'now' | 'utcNow' | 'today' | 'clock' | 'uuid' | 'user' | 'true' | 'false'

export interface Phrases {
  /** `type` is that of the column that holds the value, where one does. Undefined: the database has no such thing. */
  readonly meaning: Readonly<Record<Meaning, (type: ColumnType | undefined) => string | undefined>>
  readonly concat: 'pipes' | 'function' | 'plus'
  /** Functions under their portable names; those missing are not translated. */
  readonly functions: ReadonlyMap<string, string>
  readonly operators: ReadonlySet<string>
  /** The type as CAST wants it. */
  readonly cast: (type: ColumnType) => string | undefined
  readonly string: (value: string) => string
  readonly bytes: (hex: string) => string | undefined
  readonly bits: (bits: string) => string | undefined
  /** Words that may stand in a query but not in every dialect: LIMIT, OFFSET, ILIKE… */
  readonly queryWords: ReadonlySet<string>
  /** Oracle: the alias of a table stands without AS. */
  readonly bareTableAlias?: true
}

/** Bare words and argument-free functions with a meaning that every dialect has in some form. */
export const heardMeanings: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ['now', 'now'],
  ['current_timestamp', 'now'],
  ['localtimestamp', 'now'],
  ['localtime', 'now'],
  ['transaction_timestamp', 'now'],
  ['statement_timestamp', 'now'],
  ['clock_timestamp', 'now'],
  ['getdate', 'now'],
  ['sysdatetime', 'now'],
  ['sysdatetimeoffset', 'now'],
  ['sysdate', 'now'],
  ['systimestamp', 'now'],
  ['getutcdate', 'utcNow'],
  ['sysutcdatetime', 'utcNow'],
  ['utc_timestamp', 'utcNow'],
  ['current_date', 'today'],
  ['curdate', 'today'],
  ['current_time', 'clock'],
  ['curtime', 'clock'],
  ['gen_random_uuid', 'uuid'],
  ['uuid_generate_v4', 'uuid'],
  ['uuid_generate_v1', 'uuid'],
  ['uuidv4', 'uuid'],
  ['uuidv7', 'uuid'],
  ['uuid', 'uuid'],
  ['newid', 'uuid'],
  ['newsequentialid', 'uuid'],
  ['sys_guid', 'uuid'],
  ['current_user', 'user'],
  ['session_user', 'user'],
  ['system_user', 'user'],
  ['suser_sname', 'user'],
  ['true', 'true'],
  ['false', 'false'],
])

/** Function names of any dialect as the portable ones. */
export const heardFunctions: ReadonlyMap<string, string> = new Map([
  ['char_length', 'length'],
  ['character_length', 'length'],
  ['length', 'length'],
  ['len', 'length'],
  ['ifnull', 'coalesce'],
  ['nvl', 'coalesce'],
  ['isnull', 'coalesce'],
  ['coalesce', 'coalesce'],
  ['nullif', 'nullif'],
  ['lcase', 'lower'],
  ['lower', 'lower'],
  ['ucase', 'upper'],
  ['upper', 'upper'],
  ['substr', 'substring'],
  ['substring', 'substring'],
  ['ceil', 'ceiling'],
  ['ceiling', 'ceiling'],
  ['floor', 'floor'],
  ['abs', 'abs'],
  ['sign', 'sign'],
  ['sqrt', 'sqrt'],
  ['pow', 'power'],
  ['power', 'power'],
  ['mod', 'mod'],
  ['round', 'round'],
  ['trim', 'trim'],
  ['btrim', 'trim'],
  ['ltrim', 'ltrim'],
  ['rtrim', 'rtrim'],
  ['replace', 'replace'],
  ['concat', 'concat'],
  ['greatest', 'greatest'],
  ['least', 'least'],
  ['json_valid', 'json_valid'],
  ['count', 'count'],
  ['sum', 'sum'],
  ['avg', 'avg'],
  ['min', 'min'],
  ['max', 'max'],
])

/** A dialect's functions: the portable names that it keeps, then those that it calls otherwise. */
export const functionsOf = (
  kept: string,
  renamed: Readonly<Record<string, string>>,
): ReadonlyMap<string, string> =>
  new Map([...kept.split(' ').map((name) => [name, name] as const), ...Object.entries(renamed)])

export const everywhere = 'coalesce nullif lower upper abs round ltrim rtrim replace count sum avg min max'

/** Grammar that is the same wherever expressions are. */
export const expressionWords: ReadonlySet<string> = new Set(
  'and or not in is null between like case when then else end escape'.split(' '),
)

export const queryWords: ReadonlySet<string> = new Set(
  'select from join left right inner outer cross on where group by having order asc desc union all distinct as exists using with'.split(
    ' ',
  ),
)

export const plainOperators: readonly string[] = [
  '+',
  '-',
  '*',
  '/',
  '=',
  '<>',
  '!=',
  '<',
  '>',
  '<=',
  '>=',
  ',',
  '.',
]
