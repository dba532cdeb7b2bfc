/**
 * Replaces what stands between `<!-- generated: name -->` and `<!-- end -->` for every name of `contents`.
 * @throws when the text has no such region.
 */
export function fill(text: string, contents: Record<string, string>): string {
  return Object.entries(contents).reduce((result, [name, content]) => {
    const region = new RegExp(`(<!-- generated: ${name} -->\\n)[^]*?(\\n<!-- end -->)`);
    if (!region.test(result)) throw new Error(`no region "${name}"`);
    return result.replace(region, (_all, start: string, end: string) => `${start}\n${content}\n${end}`);
  }, text);
}
