import type { Names, Type } from '../../src/feel/type.ts'

const B: Type = { kind: 'boolean' }
const N: Type = { kind: 'number' }
const choice = (...options: string[]): Type => ({ kind: 'string', options })
export const COLOURS = ['red', 'green', 'blue']

/** A small catalogue that has one of everything. */
export const NAMES: Names = {
  facts: new Map<string, { subject: string; type: Type }>([
    ['shop.open', { subject: 'case', type: B }],
    ['shop.warm', { subject: 'case', type: B }],
    ['shop.size', { subject: 'case', type: N }],
    ['shop.price', { subject: 'case', type: N }],
    ['shop.colour', { subject: 'case', type: choice(...COLOURS) }],
    ['shop.tags', { subject: 'case', type: { kind: 'list', of: choice(...COLOURS) } }],
    ['shop.name', { subject: 'case', type: { kind: 'string' } }],
    ['shop.since', { subject: 'case', type: { kind: 'date' } }],
    ['shop.closes', { subject: 'case', type: { kind: 'time' } }],
    ['shop.address.street', { subject: 'case', type: { kind: 'string' } }],
    ['room.area', { subject: 'room', type: N }],
    ['room.kind', { subject: 'room', type: choice('bar', 'kitchen') }],
    ['person.birthDate', { subject: 'person', type: { kind: 'date' } }],
    ['company.kvkNumber', { subject: 'company', type: { kind: 'string' } }],
    ['party.kind', { subject: 'party', type: choice('person', 'company', 'business') }],
    ['party.name', { subject: 'party', type: { kind: 'string' } }],
    ['role.kind', { subject: 'role', type: choice('manager', 'lender') }],
    ['role.target', { subject: 'role', type: { kind: 'row', subject: 'party' } }],
    ['loan.lender', { subject: 'loan', type: { kind: 'row', subject: 'party' } }],
    ['loan.principal', { subject: 'loan', type: N }],
  ]),
  collections: new Map([
    ['rooms', { subject: 'room' }],
    ['people', { subject: 'person' }],
    ['parties', { subject: 'party' }],
    ['roles', { subject: 'role', per: 'party' as const }],
    ['loans', { subject: 'loan', per: 'party' as const }],
  ]),
  aliases: new Map([
    ['managers', { subject: 'person', one: false }],
    ['applicant', { subject: 'person', one: true }],
  ]),
  parameters: new Map<string, Type>([['town.limit', N]]),
  verdicts: ['alcohol', 'terrace'],
  licences: ['alcohol', 'terrace'],
  documents: ['floorPlan'],
  channels: new Map([['alcohol', { kind: 'webform', login: 'digid' }]]),
  fees: ['alcohol.new'],
}
