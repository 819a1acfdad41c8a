// Words of SQL that are never names, or no names in their place.

const set = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

/** Never a column, table or alias unless quoted, in any of the targets. */
export const reserved = set(`
  ALL ANALYZE AND ANY AS ASC BEGIN BETWEEN BOTH BY CASE CAST CHECK COLLATE CONSTRAINT CREATE CROSS CURRENT_DATE
  CURRENT_ROLE CURRENT_TIME CURRENT_TIMESTAMP CURRENT_USER DECLARE DEFAULT DELETE DESC DISTINCT DO ELSE ELSIF ELSEIF END
  EXCEPT EXISTS FALSE FETCH FOR FOREIGN FROM FULL GRANT GROUP HAVING IF IN INNER INSERT INTERSECT INTO IS JOIN LATERAL
  LEADING LEFT LIKE ILIKE LIMIT LOCALTIME LOCALTIMESTAMP LOOP NATURAL NOT NOTNULL NULL OFFSET ON OR ORDER OUTER OVER
  OVERLAPS PLACING PRIMARY REFERENCES RETURN RETURNING RIGHT SELECT SESSION_USER SET SIMILAR SOME SYMMETRIC TABLE THEN
  TO TRAILING TRUE UNION UNIQUE UPDATE USING VALUES VARIADIC WHEN WHERE WHILE WINDOW WITH`)

/** No alias, though a column might be called so. */
export const noAlias = set(`
  ADD AFTER ALTER BEFORE CASCADE CONNECT DISABLE DROP EACH ENABLE EXECUTE FORCE GO IGNORE INSTEAD MINUS NOLOCK OPTION
  OUTPUT OWNER PARTITION REFERENCING RENAME RESTRICT ROW ROWS START STRAIGHT_JOIN TABLESAMPLE USE MATCHED CYCLE SEARCH
  PIVOT UNPIVOT QUALIFY DUPLICATE CONFLICT RESTART CONTINUE`)

/** Pairs in which the second word is syntax, though it might be a column's name elsewhere. */
const pairs: Readonly<Record<string, ReadonlySet<string>>> = {
  NULLS: set('FIRST LAST NOT'),
  FETCH: set('FIRST NEXT'),
  AT: set('TIME LOCAL'),
  TIME: set('ZONE'),
  EACH: set('ROW STATEMENT'),
  PRIMARY: set('KEY'),
  FOREIGN: set('KEY'),
  DUPLICATE: set('KEY'),
  INSTEAD: set('OF'),
  ON: set('CONFLICT DUPLICATE'),
  DO: set('NOTHING INSTEAD ALSO'),
  GROUPING: set('SETS'),
  CHARACTER: set('SET'),
  CURRENT: set('ROW'),
}

export const isSyntaxAfter = (before: string, word: string): boolean => pairs[before]?.has(word) ?? false

/** Words whose next word names something that no document holds: LANGUAGE sql, COLLATE "C". */
export const namesElsewhere = set('LANGUAGE COLLATE HANDLER TABLESPACE')

/** The object that follows a word of a statement's head. */
export const objectAfter: Readonly<
  Record<
    string,
    | 'relation'
    | 'type'
    | 'routine'
    | 'part'
    | 'trigger'
    | 'sequence'
    | 'namespace'
    | 'role'
    | 'extension'
    | 'column'
  >
> = {
  TABLE: 'relation',
  VIEW: 'relation',
  TYPE: 'type',
  DOMAIN: 'type',
  FUNCTION: 'routine',
  PROCEDURE: 'routine',
  ROUTINE: 'routine',
  AGGREGATE: 'routine',
  PACKAGE: 'routine',
  INDEX: 'part',
  CONSTRAINT: 'part',
  TRIGGER: 'trigger',
  SEQUENCE: 'sequence',
  SCHEMA: 'namespace',
  ROLE: 'role',
  EXTENSION: 'extension',
  COLUMN: 'column',
}
