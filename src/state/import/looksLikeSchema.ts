// A text from the clipboard: is it a schema rather than a note or some columns?
const statement =
  /^\s*(?:CREATE\s+(?:OR\s+REPLACE\s+)?(?:(?:GLOBAL|LOCAL|TEMP|TEMPORARY|UNLOGGED|EXTERNAL|FOREIGN|MATERIALIZED|UNIQUE)\s+)*(?:TABLE|VIEW|TYPE|INDEX|SCHEMA|DOMAIN|SEQUENCE)|ALTER\s+TABLE)\b/im

/** Of a long text its beginning tells. */
const looked = 50_000

export const looksLikeSchema = (text: string): boolean => statement.test(text.slice(0, looked))
