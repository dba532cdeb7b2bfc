export interface Page {
  status: number;
  headers: Headers;
  text: string;
  /** Where it leads, absolute. */
  location?: string;
}

/** A browser with its cookies, as far as a sign-in needs one: it follows nothing by itself and runs no script. */
export function createBrowser(headers: Record<string, string> = {}) {
  const jar = new Map<string, { value: string; path: string }>();

  function keep(cookies: string[]): void {
    for (const cookie of cookies) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie)!;
      const path = /;\s*path=([^;]*)/i.exec(cookie)?.[1] ?? '/';
      if (value === '') jar.delete(`${name} ${path}`);
      else jar.set(`${name} ${path}`, { value: `${name}=${value}`, path });
    }
  }

  async function go(url: string, form?: Record<string, string>): Promise<Page> {
    const { pathname } = new URL(url);
    const cookie = [...jar.values()]
      .filter(({ path }) => path === '/' || pathname === path || pathname.startsWith(`${path}/`))
      .map(({ value }) => value)
      .join('; ');
    const answer = await fetch(url, {
      redirect: 'manual',
      headers: { ...headers, ...(cookie && { cookie }) },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    keep(answer.headers.getSetCookie());
    const to = answer.headers.get('location');
    return {
      status: answer.status,
      headers: answer.headers,
      text: await answer.text(),
      ...(to && { location: new URL(to, url).href }),
    };
  }

  return { get: (url: string) => go(url), post: go, jar };
}

export type Browser = ReturnType<typeof createBrowser>;
