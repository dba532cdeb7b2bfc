/** Loaded before a service's own code: what is left of its heap after every full collection, a line each. */
import { appendFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { constants, PerformanceObserver } from 'node:perf_hooks';

const folder = process.env.LIVE_HEAP_FOLDER;
const app = /apps\/[^/]+\/dist\/main\.js$/.test(process.argv[1] ?? '') && dirname(dirname(process.argv[1]!));
const BYTES_PER_MB = 1_048_576;

if (folder && app) {
  const file = join(folder, `${basename(app)}.${process.pid}.jsonl`);
  new PerformanceObserver((list) => {
    const kinds = list.getEntries().map((entry) => (entry as { detail?: { kind?: number } }).detail?.kind);
    const full = kinds.includes(constants.NODE_PERFORMANCE_GC_MAJOR);
    if (!full) return;
    const mb = process.memoryUsage().heapUsed / BYTES_PER_MB;
    appendFileSync(file, `${JSON.stringify({ at: Date.now(), mb: Number(mb.toFixed(2)) })}\n`);
  }).observe({ entryTypes: ['gc'] });
}
