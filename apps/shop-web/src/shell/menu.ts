import type { Person, Role } from './session/person.ts';
import { may } from './session/person.ts';

/** The areas of the app and their pages, as the header shows them. Texts: `menu.*` in i18n/<language>/shell.json. */
export const areas = [
  {
    name: 'shop',
    role: 'shopper',
    pages: [
      { to: '/', text: 'menu.catalogue' },
      { to: '/orders', text: 'menu.orders' },
    ],
  },
  {
    name: 'desk',
    role: 'clerk',
    pages: [
      { to: '/desk/customers', text: 'menu.customers' },
      { to: '/desk/products', text: 'menu.products' },
      { to: '/desk/stock', text: 'menu.stock' },
    ],
  },
  {
    name: 'hub',
    role: 'operator',
    pages: [
      { to: '/hub', text: 'menu.map' },
      { to: '/hub/topics', text: 'menu.topics' },
      { to: '/hub/schemas', text: 'menu.schemas' },
      { to: '/hub/lag', text: 'menu.lag' },
      { to: '/hub/views', text: 'menu.views' },
      { to: '/hub/parked', text: 'menu.parked' },
      { to: '/trace', text: 'menu.trace' },
    ],
  },
] as const satisfies readonly Area[];

export interface Area {
  name: string;
  role: Role;
  pages: readonly { to: string; text: string }[];
}

export type AreaOfMenu = (typeof areas)[number];
export type PageOfMenu = AreaOfMenu['pages'][number];

export const areasFor = (person: Person): readonly AreaOfMenu[] => areas.filter(({ role }) => may(person, role));

const isUnder = (path: string, to: string): boolean =>
  path === to || path.startsWith(to === '/' ? '/products' : `${to}/`);

/** The page of the menu that a path belongs to: of two that fit, the longer. */
export const pageAt = (path: string): string | undefined =>
  areas
    .flatMap(({ pages }) => pages.map(({ to }) => to as string))
    .filter((to) => isUnder(path, to))
    .sort((a, b) => b.length - a.length)[0];

/** The area that a path lies in; what is in no menu belongs to the shop. */
export function areaAt(path: string): AreaOfMenu {
  const page = pageAt(path);
  return areas.find(({ pages }) => pages.some(({ to }) => to === page)) ?? areas[0];
}
