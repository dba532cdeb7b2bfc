/** `openjdk version "17.0.15"` → 17, `java version "1.8.0_401"` → 8; undefined when it is no such text. */
export function javaMajor(versionText: string): number | undefined {
  const match = /version "(?:1\.)?(\d+)/.exec(versionText);
  return match ? Number(match[1]) : undefined;
}
