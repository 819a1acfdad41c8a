// Which reader a node has. What is not listed is kept word for word.
import { alterPolicy, alterRole, createPolicy, createRole, grant, grantRole } from './access'
import { alterTable } from './alter'
import { keep, nothing, type Ground, type Reading } from './ground'
import { createIndex } from './indexes'
import { relation, node, unwrap, type Node } from './nodes'
import {
  alterDomain,
  alterEnum,
  createComposite,
  createDomain,
  createEnum,
  createExtension,
  createFunction,
  createSchema,
  createTrigger,
  define,
} from './objects'
import { alterSequence, createSequence } from './sequences'
import { select, setVariable } from './settings'
import { alterOwner, comment, drop, dropRole, rename, setSchema } from './subjects'
import { createTable, createTableAs, createView } from './tables'

type Read = (statement: Node, ground: Ground) => readonly Reading[]

const kept =
  (why: string): Read =>
  () => [keep(why)]
const ignored =
  (what: string): Read =>
  () => [nothing(what)]

const readers: Readonly<Record<string, Read>> = {
  CreateStmt: createTable,
  CreateTableAsStmt: createTableAs,
  AlterTableStmt: alterTable,
  IndexStmt: createIndex,
  ViewStmt: createView,
  CreateSchemaStmt: createSchema,
  CreateExtensionStmt: createExtension,
  CreateEnumStmt: createEnum,
  AlterEnumStmt: alterEnum,
  CompositeTypeStmt: createComposite,
  CreateDomainStmt: createDomain,
  AlterDomainStmt: alterDomain,
  CreateSeqStmt: createSequence,
  AlterSeqStmt: alterSequence,
  CreateFunctionStmt: createFunction,
  DefineStmt: define,
  CreateTrigStmt: createTrigger,
  CreatePolicyStmt: createPolicy,
  AlterPolicyStmt: alterPolicy,
  CreateRoleStmt: createRole,
  AlterRoleStmt: alterRole,
  GrantStmt: grant,
  GrantRoleStmt: grantRole,
  CommentStmt: comment,
  DropStmt: drop,
  DropRoleStmt: dropRole,
  RenameStmt: rename,
  AlterObjectSchemaStmt: setSchema,
  AlterOwnerStmt: alterOwner,
  VariableSetStmt: setVariable,
  SelectStmt: select,
  TransactionStmt: ignored('a transaction'),
  VariableShowStmt: ignored('SHOW'),
  VacuumStmt: ignored('VACUUM or ANALYZE'),
  ReindexStmt: ignored('REINDEX'),
  ClusterStmt: ignored('CLUSTER'),
  RefreshMatViewStmt: ignored('REFRESH MATERIALIZED VIEW'),
  TruncateStmt: ignored('TRUNCATE'),
  LockStmt: ignored('LOCK'),
  ConstraintsSetStmt: ignored('SET CONSTRAINTS'),
  CheckPointStmt: ignored('CHECKPOINT'),
  DiscardStmt: ignored('DISCARD'),
  LoadStmt: ignored('LOAD'),
  ListenStmt: ignored('LISTEN'),
  UnlistenStmt: ignored('UNLISTEN'),
  NotifyStmt: ignored('NOTIFY'),
  ExplainStmt: ignored('EXPLAIN'),
  PrepareStmt: ignored('PREPARE'),
  ExecuteStmt: ignored('EXECUTE'),
  DeallocateStmt: ignored('DEALLOCATE'),
  CreatedbStmt: ignored('CREATE DATABASE'),
  DropdbStmt: ignored('DROP DATABASE'),
  AlterDatabaseStmt: ignored('ALTER DATABASE'),
  AlterDatabaseSetStmt: ignored('ALTER DATABASE'),
  AlterDatabaseRefreshCollStmt: ignored('ALTER DATABASE'),
  AlterSystemStmt: ignored('ALTER SYSTEM'),
  ReassignOwnedStmt: ignored('REASSIGN OWNED'),
  DropOwnedStmt: ignored('DROP OWNED'),
  AlterExtensionStmt: ignored('ALTER EXTENSION … UPDATE'),
  UpdateStmt: ignored('UPDATE'),
  DeleteStmt: ignored('DELETE'),
  MergeStmt: ignored('MERGE'),
  AlterDefaultPrivilegesStmt: kept('rights on objects yet to come'),
  AlterRoleSetStmt: kept('settings of a role'),
  AlterFunctionStmt: kept('a changed function'),
  AlterTypeStmt: kept('a changed type'),
  AlterStatsStmt: ignored('ALTER STATISTICS'),
  CallStmt: kept('a procedure that is called'),
  DoStmt: kept('a block of code'),
  CreateStatsStmt: kept('statistics'),
  CreateRangeStmt: kept('a range type'),
  CreateEventTrigStmt: kept('an event trigger'),
  CreateCastStmt: kept('a cast'),
  CreatePLangStmt: kept('a language'),
  CreateOpClassStmt: kept('an operator class'),
  CreateOpFamilyStmt: kept('an operator family'),
  CreateConversionStmt: kept('a conversion'),
  CreateTransformStmt: kept('a transform'),
  CreatePublicationStmt: kept('a publication'),
  AlterPublicationStmt: kept('a publication'),
  CreateSubscriptionStmt: kept('a subscription'),
  AlterSubscriptionStmt: kept('a subscription'),
  CreateFdwStmt: kept('a foreign data wrapper'),
  CreateForeignServerStmt: kept('a foreign server'),
  CreateUserMappingStmt: kept('a user mapping'),
  CreateForeignTableStmt: kept('a foreign table'),
  ImportForeignSchemaStmt: kept('an imported foreign schema'),
  CreateTableSpaceStmt: kept('a tablespace'),
  SecLabelStmt: kept('a security label'),
  RuleStmt: (statement) => [keep('a rule', { kind: 'table', name: relation(node(statement, 'relation')) })],
}
const known = new Map(Object.entries(readers))

export function readNode(value: unknown, ground: Ground): readonly Reading[] {
  const [kind, body] = unwrap(value)
  const read = known.get(kind)
  return read ? read(body, ground) : [keep('it is not modelled')]
}
