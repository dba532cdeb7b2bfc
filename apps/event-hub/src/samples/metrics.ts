/** One number of a `/metrics` page. */
export interface Metric {
  name: string;
  labels: Record<string, string>;
  value: number;
}

const LINE = /^([a-zA-Z_:][\w:]*)(?:\{(.*)\})? (\S+)/;
const LABEL = /([a-zA-Z_]\w*)="((?:[^"\\]|\\.)*)"/g;
const ESCAPES: Record<string, string> = { '\\n': '\n', '\\"': '"', '\\\\': '\\' };

const labelsIn = (text: string): Record<string, string> =>
  Object.fromEntries(
    [...text.matchAll(LABEL)].map(([, name, value]) => [
      name!,
      value!.replace(/\\[n"\\]/g, (escape) => ESCAPES[escape]!),
    ]),
  );

/** The metrics that `wanted` says yes to, out of Prometheus' text format (0.0.4). What is no metric is passed over. */
export function metricsIn(text: string, wanted: (name: string) => boolean): Metric[] {
  const metrics: Metric[] = [];
  for (const line of text.split('\n')) {
    const [, name, labels = '', value] = LINE.exec(line) ?? [];
    if (name !== undefined && wanted(name)) metrics.push({ name, labels: labelsIn(labels), value: Number(value) });
  }
  return metrics;
}
