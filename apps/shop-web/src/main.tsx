import '@fontsource-variable/bricolage-grotesque/wght.css';
import '@fontsource-variable/figtree/wght.css';
import '@mantine/core/styles.css';
import './shell/base.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createApi } from './api/api.http.ts';
import { createQueries } from './api/queries.ts';
import { language, startTexts } from './i18n/texts.ts';
import { readStream } from './live/read-stream.process.ts';
import { createStreams } from './live/streams.ts';
import { router } from './router.ts';
import { readConfig } from './shell/session/config.http.ts';
import { openSession } from './shell/session/session.process.ts';
import { type Shop, ShopContext } from './shell/shop.context.ts';
import { CannotStart } from './shell/states/cannot-start.tsx';
import { Notices } from './shell/states/notices-view.tsx';
import { theme, variables } from './shell/theme.ts';

const schemes = localStorageColorSchemeManager({ key: 'color-scheme' });
const queries = createQueries();
const root = createRoot(document.getElementById('root')!);

/** Text is laid out once: in its own typeface if that is here soon, else in the system's, which is then swapped. */
const typefaces = Promise.race([
  Promise.all(
    ['1em "Figtree Variable"', '640 1em "Bricolage Grotesque Variable"'].map((font) => document.fonts.load(font)),
  ),
  new Promise((resolve) => setTimeout(resolve, 1_000)),
]);

async function openShop(): Promise<Shop> {
  const session = await openSession(await readConfig(), language);
  const { token } = session;
  const streams = createStreams((address, listener, signal) => readStream(address, token, listener, signal));
  session.subscribe(() => {
    if (session.person() !== undefined) return;
    streams.close();
    queries.clear();
  });
  return { session, api: createApi(token), streams };
}

const page = (content: React.ReactNode) => (
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={variables}
      colorSchemeManager={schemes}
      defaultColorScheme="auto"
    >
      <Notices />
      {content}
    </MantineProvider>
  </StrictMode>
);

async function start(): Promise<void> {
  try {
    const [shop] = await Promise.all([openShop(), startTexts(), typefaces]);
    root.render(
      page(
        <ShopContext value={shop}>
          <QueryClientProvider client={queries}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </ShopContext>,
      ),
    );
  } catch (error) {
    root.render(page(<CannotStart error={error} onRetry={() => void start()} />));
  }
}

await start();
