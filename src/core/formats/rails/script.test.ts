import { describe, expect, it } from 'vitest'
import type { CreateTable, Statement } from '../sql/statement'
import { railsDialect, railsScript } from './script'

const postgres = `# This file is auto-generated
ActiveRecord::Schema[7.1].define(version: 2023_01_01_000000) do
  create_schema "audit"
  enable_extension "plpgsql"
  create_enum "status", ["draft", "it's"]

  create_table "users", force: :cascade, comment: "people" do |t|
    t.string "email", limit: 100, default: "", null: false, comment: "mail"
    t.decimal "amount", precision: 10, scale: 2, default: "0.0"
    t.datetime "created_at", null: false
    t.datetime "old", precision: nil
    t.bigint "org_id"
    t.text "tags", default: [], array: true
    t.jsonb "settings", default: {}, null: false
    t.enum "state", default: "draft", enum_type: "status"
    t.virtual "up", type: :string, as: "upper((email)::text)", stored: true
    t.integer "small", limit: 2, default: 3
    t.index ["email", "org_id"], name: "by_email", unique: true, where: "(email IS NOT NULL)", order: { org_id: :desc }
    t.index "lower((email)::text) DESC, id", name: "low"
    t.index ["settings"], name: "gin", using: :gin, opclass: :jsonb_path_ops
    t.references :account, foreign_key: true
    t.check_constraint "amount > 0::numeric", name: "pos"
    t.unique_constraint ["email"], deferrable: :deferred, name: "u"
    t.exclusion_constraint "org_id WITH =, tsrange(old, created_at) WITH &&", using: :gist, name: "ex"
  end

  create_table "categories", id: :uuid, default: -> { "gen_random_uuid()" }, force: :cascade do |t|
    t.string "name"
  end

  create_table "posts", primary_key: ["category_id", "no"], force: :cascade do |t|
    t.uuid "category_id", null: false
    t.integer "no", null: false
  end

  create_view "recent", materialized: true, sql_definition: <<-SQL
      SELECT id
        FROM users;
  SQL
  add_index "categories", ["name"], name: "oi"
  add_foreign_key "users", "orgs", column: "org_id", on_delete: :nullify, name: "fk_o", validate: false
  add_foreign_key "posts", "categories"
  add_foreign_key "posts", "strangers"
  create_trigger "nope", on: "users"
end
`

const script = railsScript(postgres, 'postgres')

function table(
  name: string,
  { statements }: { readonly statements: readonly Statement[] } = script,
): CreateTable {
  const found = statements.find((one) => one.kind === 'createTable' && one.name.name === name)
  if (found?.kind !== 'createTable') throw new Error(`no table ${name}`)
  return found
}

const columns = ({ columns: list }: CreateTable) =>
  list.map(({ name, type, nullable, default: given }) =>
    [name, type, ...(nullable === true ? [] : ['NOT NULL']), ...(given === undefined ? [] : [given])].join(
      ' ',
    ),
  )

describe('a Rails schema', () => {
  it('gives columns the types and defaults of the database', () => {
    expect(columns(table('users'))).toEqual([
      'id bigint NOT NULL',
      "email character varying(100) NOT NULL ''",
      'amount numeric(10,2) 0.0',
      'created_at timestamp(6) NOT NULL',
      'old timestamp',
      'org_id bigint',
      "tags text[] '{}'",
      "settings jsonb NOT NULL '{}'",
      "state status 'draft'",
      'up character varying',
      'small smallint 3',
      'account_id bigint',
    ])
    expect(table('users').columns[0]?.identity).toEqual({ mode: 'byDefault', style: 'serial' })
    expect(table('users').columns[9]?.generated).toEqual({
      expression: 'upper((email)::text)',
      storage: 'stored',
    })
    expect(columns(table('categories'))).toEqual([
      'id uuid NOT NULL gen_random_uuid()',
      'name character varying',
    ])
  })

  it('keeps keys, indexes and constraints with their names', () => {
    const found = table('users').constraints.map(({ at: _at, ...one }) => one)
    expect(found).toMatchObject([
      { kind: 'primaryKey', parts: [{ column: 'id' }] },
      {
        index: {
          name: 'by_email',
          unique: true,
          where: '(email IS NOT NULL)',
          parts: [{ on: { column: 'email' } }, { on: { column: 'org_id' }, sort: 'desc' }],
        },
      },
      {
        index: {
          parts: [{ on: { expression: 'lower((email)::text)' }, sort: 'desc' }, { on: { column: 'id' } }],
        },
      },
      { index: { method: 'gin', parts: [{ operatorClass: 'jsonb_path_ops' }] } },
      { index: { name: 'index_users_on_account_id' } },
      { kind: 'foreignKey', columns: ['account_id'], parent: { name: 'accounts' } },
      { kind: 'check', name: 'pos', expression: 'amount > 0::numeric' },
      { kind: 'unique', name: 'u', deferrable: 'initiallyDeferred' },
      {
        kind: 'exclusion',
        parts: [
          { on: { column: 'org_id' }, operator: '=' },
          { on: { expression: 'tsrange(old, created_at)' }, operator: '&&' },
        ],
      },
    ])
    expect(table('posts').constraints).toMatchObject([
      { kind: 'primaryKey', parts: [{ column: 'category_id' }, { column: 'no' }] },
    ])
  })

  it('finds the column that a foreign key leaves unsaid', () => {
    const keys = script.statements.flatMap((one) => (one.kind === 'alterTable' ? [one] : []))
    expect(keys).toMatchObject([
      {
        name: { name: 'users' },
        actions: [{ constraint: { name: 'fk_o', onDelete: 'setNull', state: 'notValidated' } }],
      },
      {
        name: { name: 'posts' },
        actions: [{ constraint: { columns: ['category_id'], parent: { name: 'categories' } } }],
      },
    ])
  })

  it('says what it left out and where', () => {
    expect(script.remarks.map(({ at, level }) => [level, postgres.slice(at.from, at.to)])).toEqual([
      ['loss', 'add_foreign_key "posts", "strangers"'],
      ['loss', 'create_trigger "nope", on: "users"'],
    ])
  })

  it('takes the text of a view from behind its line', () => {
    expect(script.statements.find((one) => one.kind === 'createView')).toMatchObject({
      materialized: true,
      query: 'SELECT id\n  FROM users',
    })
  })

  it('speaks MySQL where the file does', () => {
    const text = `ActiveRecord::Schema[7.0].define(version: 1) do
      create_table "users", id: { type: :bigint, unsigned: true }, charset: "utf8mb4", options: "ENGINE=InnoDB ROW_FORMAT=DYNAMIC" do |t|
        t.string "name", null: false, collation: "utf8mb4_bin"
        t.boolean "open", default: true
        t.text "body", size: :medium
        t.index ["name"], name: "n", length: 10
      end
    end`
    expect(railsDialect(text, 'postgres')).toBe('mysql')
    const users = table('users', railsScript(text, 'mysql'))
    expect(columns(users)).toEqual([
      'id bigint unsigned NOT NULL',
      'name varchar(255) NOT NULL',
      'open tinyint(1) 1',
      'body mediumtext',
    ])
    expect(users.options?.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'ENGINE=InnoDB',
      'ROW_FORMAT=DYNAMIC',
      'DEFAULT CHARSET=utf8mb4',
    ])
    expect(users.constraints[1]).toMatchObject({ index: { parts: [{ length: 10 }] } })
  })

  it('ends on any text', () => {
    for (const text of [
      'create_table',
      'create_table "a" do |t|',
      '"',
      'a [[[',
      `create_table "a", ${'['.repeat(9000)}`,
      'end end',
      '<<-X',
    ]) {
      expect(railsScript(text, 'postgres').statements.length).toBeLessThan(2)
    }
  })
})
