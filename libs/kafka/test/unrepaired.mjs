// Reads a topic with kafkajs as published. Prints "through" at its end, "stuck" when 20 fetches in a row bring nothing.
import { randomUUID } from 'node:crypto';
import kafkajs from 'kafkajs';

const [brokers, topic] = process.argv.slice(2);
const kafka = new kafkajs.Kafka({ brokers: brokers.split(','), logLevel: kafkajs.logLevel.NOTHING });
const admin = kafka.admin();
await admin.connect();
const [{ high }] = await admin.fetchTopicOffsets(topic);

const consumer = kafka.consumer({ groupId: `unrepaired-${randomUUID()}`, maxWaitTimeInMs: 20 });
let fetchesInVain = 0;
const end = (verdict) => {
  console.log(verdict);
  process.exit(0);
};
consumer.on(consumer.events.FETCH, () => ++fetchesInVain >= 20 && end('stuck'));
consumer.on(consumer.events.END_BATCH_PROCESS, ({ payload }) => {
  fetchesInVain = 0;
  if (Number(payload.lastOffset) + 1 >= Number(high)) end('through');
});
await consumer.connect();
await consumer.subscribe({ topic, fromBeginning: true });
await consumer.run({ eachBatch: async () => {} });
