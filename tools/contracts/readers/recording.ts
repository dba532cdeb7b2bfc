/**
 * A value that notes which of its fields are read, as `lines[].price`. An object that is handed on is noted when it is
 * looked into, by `JSON.stringify` too.
 */
export function recording<T extends object>(value: T, read: Set<string>, path = ''): T {
  return new Proxy(value, {
    get(target, property, receiver) {
      const inner: unknown = Reflect.get(target, property, receiver);
      if (typeof property === 'symbol' || !Object.hasOwn(target, property)) return inner;
      const at = Array.isArray(target) ? `${path}[]` : path ? `${path}.${property}` : property;
      if (Array.isArray(target) && property === 'length') return inner;
      if (typeof inner === 'object' && inner !== null) return recording(inner, read, at);
      read.add(at);
      return inner;
    },
  });
}
