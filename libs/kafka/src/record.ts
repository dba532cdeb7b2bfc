/** What kafkajs knows of the batch that a record lies in; offsets and times as decimal strings. */
export interface BatchContext {
  firstOffset: string;
  firstTimestamp: string;
  maxTimestamp: string;
  magicByte: number;
  isControlBatch: boolean;
  timestampType: number;
}

type Headers = Record<string, Buffer | null | (Buffer | null)[]>;

const LOG_APPEND_TIME = 1;

/** Reads the primitives of Kafka's record format. Values beyond 2^53 do not occur in it. */
class Cursor {
  readonly bytes: Buffer;
  at: number;

  constructor(bytes: Buffer, at: number) {
    this.bytes = bytes;
    this.at = at;
  }

  /** A zigzag varint or varlong. */
  varint(): number {
    let value = 0;
    let unit = 1;
    let byte: number;
    do {
      byte = this.bytes[this.at++]!;
      value += (byte & 0x7f) * unit;
      unit *= 0x80;
    } while (byte >= 0x80);
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  bytesOrNull(): Buffer | null {
    const length = this.varint();
    if (length < 0) return null;
    return this.bytes.subarray(this.at, (this.at += length));
  }

  string(): string {
    const length = this.varint();
    return this.bytes.toString('utf8', this.at, (this.at += length));
  }
}

/**
 * A record as kafkajs hands it to consumers. Headers are decoded when somebody asks for them: there are many in each
 * record, and a reader of a whole log wants few or none. kafkajs itself copies an object for each of them.
 */
export class FetchedRecord {
  readonly attributes: number;
  readonly timestamp: string;
  readonly offset: string;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly isControlRecord: boolean;
  readonly batchContext: BatchContext;
  private readonly bytes: Buffer;
  private readonly headersAt: number;
  private decoded: Headers | undefined;

  /** `bytes` is one record after its length: Kafka protocol, record batch, magic 2. */
  constructor(bytes: Buffer, batch: BatchContext) {
    const cursor = new Cursor(bytes, 1);
    const sinceFirst = cursor.varint();
    const appended = batch.timestampType === LOG_APPEND_TIME && batch.maxTimestamp;
    this.attributes = bytes.readInt8(0);
    this.timestamp = appended ? batch.maxTimestamp : String(Number(batch.firstTimestamp) + sinceFirst);
    this.offset = String(Number(batch.firstOffset) + cursor.varint());
    this.key = cursor.bytesOrNull();
    this.value = cursor.bytesOrNull();
    this.isControlRecord = batch.isControlBatch;
    this.batchContext = batch;
    this.bytes = bytes;
    this.headersAt = cursor.at;
  }

  get magicByte(): number {
    return this.batchContext.magicByte;
  }

  /** A header that occurs more than once is a list. */
  get headers(): Headers {
    return (this.decoded ??= this.decodeHeaders());
  }

  private decodeHeaders(): Headers {
    const cursor = new Cursor(this.bytes, this.headersAt);
    const headers = new Map<string, Headers[string]>();
    for (let left = cursor.varint(); left > 0; left--) {
      const name = cursor.string();
      const value = cursor.bytesOrNull();
      const before = headers.get(name);
      headers.set(name, before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]);
    }
    return Object.fromEntries(headers);
  }
}
