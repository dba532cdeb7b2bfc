import { describe, expect, it } from '@jest/globals';
import { inContext } from '../context/request-context.ts';
import { createLog, nestLogger } from './log.ts';

function logged(write: (log: ReturnType<typeof createLog>) => void): Record<string, unknown>[] {
  const lines: string[] = [];
  write(createLog('shop', 'info', { write: (line: string) => void lines.push(line) }));
  return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
}

const traceId = '4bf92f3577b34da6a3ce929d0e0e4736';
const trace = { traceId, traceparent: `00-${traceId}-00f067aa0ba902b7-01`, seen: [] };

describe('a line of the log', () => {
  it('has the service, and no trace where nothing is being handled', () => {
    const [line] = logged((log) => log.info({}, 'hello'));
    expect(line).toMatchObject({ level: 'info', service: 'shop', msg: 'hello' });
    expect(line).not.toHaveProperty('traceId');
  });

  it('has the trace of the request, and the span where one is recorded', () => {
    const lines = logged((log) => {
      inContext(trace, () => log.info('not recorded'));
      inContext({ ...trace, spanId: '00f067aa0ba902b7' }, () => log.info('recorded'));
    });
    expect(lines[0]).toMatchObject({ traceId });
    expect(lines[0]).not.toHaveProperty('spanId');
    expect(lines[1]).toMatchObject({ traceId, spanId: '00f067aa0ba902b7' });
  });

  it('has the message that is being handled', () => {
    const [line] = logged((log) => inContext({ ...trace, causationId: 'm-1' }, () => log.info('handling')));
    expect(line).toMatchObject({ traceId, causationId: 'm-1' });
  });

  it('has them too when Nest or somebody after a wait says it', async () => {
    const lines: string[] = [];
    const log = createLog('shop', 'info', { write: (line: string) => void lines.push(line) });
    await inContext(trace, async () => {
      await Promise.resolve();
      nestLogger(log).warn('careful');
    });
    expect(JSON.parse(lines[0]!)).toMatchObject({ traceId, msg: 'careful' });
  });
});
