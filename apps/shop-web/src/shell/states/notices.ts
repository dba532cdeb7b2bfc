export interface Notice {
  id: number;
  text: string;
  isWarning: boolean;
}

const STAYS_MS = 4_500;

let notices: readonly Notice[] = [];
let lastId = 0;
const listeners = new Set<() => void>();

function become(next: readonly Notice[]): void {
  notices = next;
  listeners.forEach((changed) => changed());
}

/** Something was done: shown for a moment, and read out. */
export const say = (text: string): void => show(text, false);

/** Something that was asked for did not happen: the same, but it interrupts. */
export const warn = (text: string): void => show(text, true);

function show(text: string, isWarning: boolean): void {
  const id = ++lastId;
  become([...notices, { id, text, isWarning }]);
  setTimeout(() => become(notices.filter((notice) => notice.id !== id)), isWarning ? 2 * STAYS_MS : STAYS_MS);
}

export const shownNotices = (): readonly Notice[] => notices;

export function onNotices(changed: () => void): () => void {
  listeners.add(changed);
  return () => listeners.delete(changed);
}
