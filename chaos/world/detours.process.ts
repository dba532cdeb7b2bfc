import type { Listener } from '@offset-zero/platform/kafka';
import { freePorts } from '@offset-zero/platform/ports.process';
import type { Ports } from '@offset-zero/platform/environment';
import type { Detours } from '@offset-zero/platform/system.process';
import { createGate, type Gate } from '@offset-zero/testing/gate';
import type { Server } from '../plan/fault.ts';

/** The gates of one service, each before a server. */
export type Gates = Record<Server, Gate>;

export interface GatedWays extends Detours {
  gates: Map<string, Gates>;
  close(): Promise<void>;
}

/**
 * A gate between each of these services and each server, so that one service can be cut off while the others are not.
 * The broker gets a listener for each service: a client comes back to where the broker says it is, and that is the gate.
 */
export async function createGatedWays(services: string[], ports: Ports): Promise<GatedWays> {
  const listenerPorts = await freePorts(services.length);
  const listeners: Listener[] = [];
  const gates = new Map<string, Gates>();
  for (const [i, service] of services.entries()) {
    const [kafka, registry, postgres] = await Promise.all(
      [listenerPorts[i]!, ports.registry, ports.postgres].map((port) => createGate(port)),
    );
    gates.set(service, { kafka: kafka!, registry: registry!, postgres: postgres! });
    const name = service.toUpperCase().replaceAll('-', '_');
    listeners.push({ name, port: listenerPorts[i]!, advertised: kafka!.port });
  }
  return {
    listeners,
    gates,
    of(service, direct) {
      const ways = gates.get(service);
      if (!ways) return direct;
      return {
        brokers: `127.0.0.1:${ways.kafka.port}`,
        registryUrl: byPort(direct.registryUrl, ways.registry.port),
        postgresUrl: byPort(direct.postgresUrl, ways.postgres.port),
      };
    },
    async close() {
      await Promise.all([...gates.values()].flatMap((ways) => Object.values(ways).map((gate) => gate.close())));
    },
  };
}

function byPort(address: string, port: number): string {
  const url = new URL(address);
  url.port = String(port);
  return url.href;
}
