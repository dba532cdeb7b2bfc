import { type Admin, type Kafka, type PartitionEnds, topicEnds } from '@offset-zero/kafka';

/** Asks for the ends of topics. An admin client that failed is not used again: it may hold on to a broker that is gone. */
export class Ends {
  private readonly kafka: Kafka;
  private admin: Promise<Admin> | undefined;
  private over = false;

  constructor(kafka: Kafka) {
    this.kafka = kafka;
  }

  of(topic: string): Promise<PartitionEnds[]> {
    return this.ask((admin) => topicEnds(admin, topic));
  }

  /** The offset of each partition's first message that was written at `time` or later; its end where there is none. */
  async at(topic: string, time: Date): Promise<Map<number, number>> {
    const ms = Math.max(0, time.getTime()); // below, Kafka takes -1 for the end
    const found = await this.ask((admin) => admin.fetchTopicOffsetsByTimestamp(topic, ms));
    return new Map(found.map(({ partition, offset }) => [partition, Number(offset)]));
  }

  private async ask<T>(question: (admin: Admin) => Promise<T>): Promise<T> {
    this.admin ??= this.connect();
    const used = this.admin;
    try {
      return await question(await used);
    } catch (error) {
      if (this.admin === used) this.admin = undefined;
      void disconnect(used);
      throw error;
    }
  }

  async close(): Promise<void> {
    this.over = true;
    if (this.admin) await disconnect(this.admin);
  }

  private async connect(): Promise<Admin> {
    if (this.over) throw new Error('stopped');
    const admin = this.kafka.admin();
    await admin.connect();
    return admin;
  }
}

const disconnect = (admin: Promise<Admin>): Promise<void> => admin.then((it) => it.disconnect()).catch(() => {});
