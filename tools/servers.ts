import { createKafka, type Kafka } from '@offset-zero/kafka';
import { loadSettings } from '@offset-zero/platform/environment';

/** The Kafka and the registry of the shop on this machine, or the user's own, as the environment names them. */
export function shopServers(clientId: string): { kafka: Kafka; registryUrl: string; address: string } {
  const { own, ports } = loadSettings();
  const address = own.brokers ?? `127.0.0.1:${ports.kafka}`;
  return {
    address,
    kafka: createKafka({ brokers: address.split(','), clientId }),
    registryUrl: own.registryUrl ?? `http://127.0.0.1:${ports.registry}/apis/ccompat/v7`,
  };
}

/** One clear line instead of a stack trace, and exit code 1. */
export function failClearly(address: string) {
  return (error: Error) => {
    const away = /ECONNREFUSED|Connection error|KafkaJSNumberOfRetriesExceeded/.test(`${error.name} ${error.message}`);
    console.error(away ? `No Kafka answers at ${address}: is \`npm start\` running?` : error.message);
    process.exitCode = 1;
  };
}
