// A text from the clipboard: is it a schema rather than a note or some columns?
import { catalogue } from '../../core/formats/catalogue'

const statement =
  /^\s*(?:CREATE\s+(?:OR\s+REPLACE\s+)?(?:(?:GLOBAL|LOCAL|TEMP|TEMPORARY|UNLOGGED|EXTERNAL|FOREIGN|MATERIALIZED|UNIQUE)\s+)*(?:TABLE|VIEW|TYPE|INDEX|SCHEMA|DOMAIN|SEQUENCE)|ALTER\s+TABLE)\b/im

/** Of a long text its beginning tells. */
const looked = 50_000

/** CREATE and ALTER, or a running database's answer to our query. */
export const looksLikeSchema = (text: string): boolean => {
  const head = text.slice(0, looked)
  return statement.test(head) || catalogue.detect?.(head) === true
}
