/** Text that is HTML already. */
export interface Html {
  text: string;
}

type Part = Html | readonly Html[] | string;

const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

const written = (part: Part): string => {
  if (typeof part === 'string') return escaped(part);
  return 'text' in part ? part.text : part.map(({ text }) => text).join('');
};

/** HTML with parts put in: what is not HTML already is escaped. */
export const html = (fixed: TemplateStringsArray, ...parts: Part[]): Html => ({
  text: fixed.reduce((text, next, index) => `${text}${written(parts[index - 1]!)}${next}`),
});

export const each = <T>(items: readonly T[], shown: (item: T) => Html): Html[] => items.map(shown);
