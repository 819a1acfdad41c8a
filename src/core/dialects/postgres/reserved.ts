// Every keyword that PostgreSQL's own quote_ident quotes: all but the unreserved ones, 14 to 18 together
// (pg_get_keywords(), manual appendix C).
import { words } from '../words'

export const postgresReserved = words(`
all analyse analyze and any array as asc asymmetric authorization between bigint binary bit boolean both case cast char
character check coalesce collate collation column concurrently constraint create cross current_catalog current_date
current_role current_schema current_time current_timestamp current_user dec decimal default deferrable desc distinct do
else end except exists extract false fetch float for foreign freeze from full grant greatest group grouping having ilike
in initially inner inout int integer intersect interval into is isnull join json json_array json_arrayagg json_exists
json_object json_objectagg json_query json_scalar json_serialize json_table json_value lateral leading least left like
limit localtime localtimestamp merge_action national natural nchar none normalize not notnull null nullif numeric offset
on only or order out outer overlaps overlay placing position precision primary real references returning right row
select session_user setof similar smallint some substring symmetric system_user table tablesample then time timestamp to
trailing treat trim true union unique user using values varchar variadic verbose when where window with xmlattributes
xmlconcat xmlelement xmlexists xmlforest xmlnamespaces xmlparse xmlpi xmlroot xmlserialize xmltable
`)

/** Amazon Redshift's own list (Database Developer Guide, "Reserved words"), beside what its parser took over. */
export const redshiftReserved = words(`
aes128 aes256 all allowoverwrite analyse analyze and any array as asc authorization az64 backup between binary
blanksasnull both bytedict bzip2 case cast check collate column connect constraint create credentials cross
current_date current_time current_timestamp current_user current_user_id default deferrable deflate defrag delta
delta32k desc disable distinct do else emptyasnull enable encode encrypt encryption end except explicit false for
foreign freeze from full globaldict256 globaldict64k grant group gzip having identity ignore ilike in initially inner
intersect interval into is isnull join language leading left like limit localtime localtimestamp lun luns lzo lzop
minus mostly16 mostly32 mostly8 natural new not notnull null nulls off offline offset oid old on only open or order
outer overlaps parallel partition percent permissions pivot placing primary qualify raw readratio recover references
rejectlog resort respect restore right select session_user similar snapshot some sysdate system table tag tdes text255
text32k then timestamp to top trailing true truncatecolumns type union unique unnest unpivot user using verbose wallet
when where with without
`)
