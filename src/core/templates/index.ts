// The templates: what the gallery tells of each, and the way to fetch it. Nothing of a template is loaded before that.
import type { Schema } from '../model/schema'
import type { BuildGiven } from './build'
import type { Template } from './template'

export type { Template } from './template'

export interface TemplateInfo {
  readonly id: string
  readonly title: string
  readonly summary: string
  readonly tables: number
  readonly load: () => Promise<Template>
}

export const templates: readonly TemplateInfo[] = [
  {
    id: 'shop',
    title: 'Online shop',
    summary: 'Variants, stock, carts, orders that keep the price of their day, payments, parcels, returns',
    tables: 18,
    load: async () => (await import('./collection/shop')).shop,
  },
  {
    id: 'saas',
    title: 'SaaS with tenants',
    summary: 'Organisations kept apart by their keys; roles, plans, invoices, API keys, audit log',
    tables: 19,
    load: async () => (await import('./collection/saas')).saas,
  },
  {
    id: 'crm',
    title: 'CRM',
    summary: 'Companies and contacts, leads, deals in pipelines, quotes, activities, campaigns',
    tables: 16,
    load: async () => (await import('./collection/crm')).crm,
  },
  {
    id: 'publishing',
    title: 'Blog and publishing',
    summary: 'Posts with revisions and bylines, series, tags, media, comments in threads',
    tables: 17,
    load: async () => (await import('./collection/publishing')).publishing,
  },
  {
    id: 'hotel',
    title: 'Hotel bookings',
    summary: 'Rooms, rates by night, bookings with several guests, extras, payments, reviews',
    tables: 17,
    load: async () => (await import('./collection/hotel')).hotel,
  },
  {
    id: 'hospital',
    title: 'Hospital',
    summary: 'Patients, beds, encounters, diagnoses, prescriptions, laboratory, insurers',
    tables: 22,
    load: async () => (await import('./collection/hospital')).hospital,
  },
  {
    id: 'school',
    title: 'School',
    summary: 'Courses, classes, timetable, enrolments, attendance, grades, guardians',
    tables: 17,
    load: async () => (await import('./collection/school')).school,
  },
  {
    id: 'analytics',
    title: 'Analytics star schema',
    summary: 'Sales, stock and visits around shared dimensions, customers with history',
    tables: 14,
    load: async () => (await import('./collection/analytics')).analytics,
  },
  {
    id: 'tracker',
    title: 'Project tracker',
    summary: 'Issues with workflows of each project, sprints, versions, links, time, history',
    tables: 16,
    load: async () => (await import('./collection/tracker')).tracker,
  },
  {
    id: 'library',
    title: 'Library',
    summary: 'Works, editions, copies, loans, renewals, holds in a queue, fines',
    tables: 17,
    load: async () => (await import('./collection/library')).library,
  },
  {
    id: 'ledger',
    title: 'Bank and ledger',
    summary: 'Double entry: postings that add up to nothing, accounts, transfers, cards',
    tables: 16,
    load: async () => (await import('./collection/ledger')).ledger,
  },
  {
    id: 'inventory',
    title: 'Inventory and logistics',
    summary: 'Lots, bins, every movement of stock, purchasing, sales, shipments',
    tables: 19,
    load: async () => (await import('./collection/inventory')).inventory,
  },
  {
    id: 'social',
    title: 'Social network',
    summary: 'Follows, posts and threads, likes, hashtags, circles, messages, reports',
    tables: 19,
    load: async () => (await import('./collection/social')).social,
  },
  {
    id: 'recruitment',
    title: 'Recruitment',
    summary: 'Openings, candidates and skills, stages, interviews, scorecards, offers',
    tables: 19,
    load: async () => (await import('./collection/recruitment')).recruitment,
  },
]

/** The template as a document for one database. */
export async function buildTemplate(info: TemplateInfo, given: BuildGiven): Promise<Schema> {
  const [{ build }, template] = await Promise.all([import('./build'), info.load()])
  return build(template, given)
}
