// SQLite's keywords (lang_keywords). The parser forgives many of them as names, but not the same ones everywhere and
// not in every version, so all that it lists as strict are quoted; its fallback words are left alone.
import { words } from '../words'

export const sqliteReserved = words(`
add all alter and as autoincrement between case check collate commit constraint create cross current_date current_time
current_timestamp default deferrable delete distinct drop else escape except exists foreign from full glob group having
if in index indexed inner insert intersect into is isnull join left like limit match natural not nothing notnull null
on or order outer over primary references regexp returning right rollback savepoint select set table then to
transaction trigger union unique update using values view virtual when where window with without
`)
