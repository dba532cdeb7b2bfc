/** Every way to merge these sequences into one that keeps the order within each. */
export function interleavings<T>(...sequences: T[][]): T[][] {
  const left = sequences.filter(({ length }) => length > 0);
  if (left.length === 0) return [[]];
  return left.flatMap((chosen) => {
    const rest = left.map((each) => (each === chosen ? each.slice(1) : each));
    return interleavings(...rest).map((tail) => [chosen[0]!, ...tail]);
  });
}
