import { describe, expect, it } from '@jest/globals';
import { problemKinds } from '@offset-zero/service';
import { problemPage, problemsPage } from './problem-pages.ts';

describe('the pages of the problems', () => {
  it.each(problemKinds)('tell of $code', ({ code, status, title }) => {
    const page = problemPage(code)!;
    for (const said of [code, String(status), title]) expect(page).toContain(said);
    expect(problemsPage()).toContain(`href="/problems/${code}"`);
  });

  it.each(['nothing', 'constructor', ''])('say nothing of "%s"', (code) => expect(problemPage(code)).toBeUndefined());
});
