import fc from 'fast-check';

export type Action =
  | { do: 'register' | 'add-product'; name: string }
  | { do: 'move' | 'reprice'; which: number; to: number }
  | { do: 'delete' | 'cancel'; which: number }
  | { do: 'receive'; which: number; quantity: number }
  | {
      do: 'place';
      which: number;
      products: number[];
      quantity: number;
      ends: 'by-the-stock' | 'too-early' | 'too-late';
    }
  | { do: 'be-refused'; name: string };

const number = fc.nat(20);
const name = fc.constantFrom('Anna', 'Peter', 'Ueli', 'Vreni');
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({ do: fc.constantFrom('register', 'add-product'), name }),
  fc.record({ do: fc.constantFrom('move', 'reprice'), which: number, to: number }),
  fc.record({ do: fc.constantFrom('delete', 'cancel'), which: number }),
  fc.record({ do: fc.constant('receive'), which: number, quantity: fc.integer({ min: 1, max: 9 }) }),
  fc.record({
    do: fc.constant('place'),
    which: number,
    products: fc.uniqueArray(number, { minLength: 1, maxLength: 3 }),
    quantity: fc.integer({ min: 1, max: 4 }),
    ends: fc.constantFrom('by-the-stock', 'too-early', 'too-late'),
  }),
  fc.record({ do: fc.constant('be-refused'), name }),
);

/** Any life of a shop in which every law holds, as it is found when all is quiet. */
export const lives: fc.Arbitrary<Action[]> = fc.array(action, { minLength: 30, maxLength: 60 });
