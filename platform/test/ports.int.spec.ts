import { createServer } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { freePorts, takenPorts } from '../ports.process.ts';

const other = createServer();
let port: number;

beforeEach(async () => {
  [port] = (await freePorts(1)) as [number];
});

afterEach(() => new Promise((resolve) => other.close(resolve)));

describe('the ports', () => {
  it('that are free are free again afterwards', async () => {
    const wanted = [{ port, who: 'Kafka', variable: 'KAFKA_PORT' }];
    expect([await takenPorts(wanted), await takenPorts(wanted)]).toEqual([[], []]);
  });

  it('that somebody has are named, with who wants them and how to move', async () => {
    await new Promise<void>((resolve) => other.listen(port, '0.0.0.0', resolve));
    expect(await takenPorts([{ port, who: 'Kafka', variable: 'KAFKA_PORT' }])).toEqual([
      `Port ${port} for Kafka is taken by another program: free it, or set KAFKA_PORT (PORT_OFFSET moves all ports).`,
    ]);
  });

  it('that two of ours want are found', async () => {
    const twice = ['Kafka', 'Postgres'].map((who) => ({ port, who, variable: `${who.toUpperCase()}_PORT` }));
    expect(await takenPorts(twice)).toEqual([expect.stringContaining('for Postgres is taken by Kafka')]);
  });
});
