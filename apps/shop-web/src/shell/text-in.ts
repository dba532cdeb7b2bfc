/** Of a page's address one part that is text, and that may be left out: `?q=knife`. */
export const textIn =
  <Name extends string>(name: Name) =>
  (search: Record<string, unknown>): { [name in Name]?: string } => {
    const value = search[name];
    const isText = (typeof value === 'string' && value !== '') || typeof value === 'number';
    return (isText ? { [name]: String(value) } : {}) as { [name in Name]?: string };
  };
