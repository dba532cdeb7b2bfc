import type { Provider } from '@nestjs/common';
import { Feed } from './feed.process.ts';
import { LiveNumbers } from './numbers.process.ts';
import { Resuming } from './resume.process.ts';
import { Streams } from './streams.process.ts';

/** What the controller `Live` stands on, beside `Upstreams`. */
export const liveProviders: Provider[] = [Feed, Resuming, Streams, LiveNumbers];
