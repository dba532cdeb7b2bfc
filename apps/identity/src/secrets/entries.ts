import { roles } from '@offset-zero/auth/roles';
import { UUID } from '@offset-zero/service';
import { spelt } from './names.ts';
import { faultsIn, isLine, isRecord, type Rule } from './rules.ts';

const A_LINE = 'be a line of 1 to 255 characters';

const KNOWN: readonly Rule[] = [
  { field: 'name', must: 'be a line of 1 to 100 characters without space around it', holds: isName },
  { field: 'role', must: `be one of ${roles.join(', ')}`, holds: (role) => roles.some((each) => each === role) },
  {
    field: 'customerId',
    must: 'be there: a shopper is a customer',
    holds: (id, { role }) => id !== undefined || role !== 'shopper',
  },
  { field: 'customerId', must: 'be a UUID in small letters', holds: (id) => id === undefined || isUuid(id) },
];
const PERSON = [
  ...KNOWN,
  { field: 'password', must: A_LINE, holds: isLine },
  { field: 'fullName', must: A_LINE, holds: isLine },
];
const MACHINE = [...KNOWN, { field: 'secret', must: A_LINE, holds: isLine }];

/**
 * What is wrong with what accounts.json and clients.json hold, one line each, with the entry and its field. A name and a
 * customer are one entry's alone, in both files together: services know who calls by them.
 */
export function faultsInEntries(accounts: unknown, machines: unknown, webClientId: string): string[] {
  const people = entriesOf('accounts.json', accounts);
  const programs = entriesOf('clients.json', machines);
  const all = [...people, ...programs];
  return [
    ...noList('accounts.json', accounts),
    ...noList('clients.json', machines),
    ...people.flatMap(({ where, value }) => faultsIn(where, value, PERSON)),
    ...programs.flatMap(({ where, value }) => faultsIn(where, value, MACHINE)),
    ...programs
      .filter(({ value }) => textAt(value, 'name') === webClientId)
      .map(({ where }) => `${where}: name must not be that of the web app`),
    ...shared('name', all),
    ...shared('customerId', all),
  ];
}

interface Entry {
  /** `accounts.json, entry 2 ("ben")`. */
  where: string;
  value: unknown;
}

const noList = (file: string, kept: unknown) => (Array.isArray(kept) ? [] : [`${file} must be a list`]);

function entriesOf(file: string, kept: unknown): Entry[] {
  const values: unknown[] = Array.isArray(kept) ? kept : [];
  return values.map((value, at) => {
    const name = textAt(value, 'name');
    return { where: `${file}, entry ${at + 1}${isLine(name) ? ` ("${name}")` : ''}`, value };
  });
}

function shared(field: string, entries: readonly Entry[]): string[] {
  const first = new Map<string, string>();
  return entries.flatMap(({ where, value }) => {
    const text = textAt(value, field);
    if (text === undefined) return [];
    const other = first.get(spelt(text));
    if (other === undefined) first.set(spelt(text), where);
    return other === undefined ? [] : [`${where}: ${field} must not be that of ${other}`];
  });
}

function textAt(value: unknown, field: string): string | undefined {
  const text = isRecord(value) ? value[field] : undefined;
  return typeof text === 'string' ? text : undefined;
}

function isName(value: unknown): boolean {
  return isLine(value) && value.length <= 100 && value.trim() === value;
}

function isUuid(value: unknown): boolean {
  return typeof value === 'string' && UUID.test(value);
}
