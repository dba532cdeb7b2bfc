export { type Codec, createCodec } from './codec.ts';
export { deploy, type DeployOptions } from './deploy.ts';
export { PartitionCountChanged } from './deploy-topics.ts';
export { IncompatibleSchema } from './register-schemas.ts';
export {
  InvalidValue,
  isRegistryAwaited,
  RegistryUnavailable,
  SchemaIdUnknown,
  SchemaNotRegistered,
  Undecodable,
  type UndecodableCode,
} from './errors.ts';
export { type Fact, fact, tombstone } from './fact.ts';
export { samplesOf } from './samples.ts';
export { told, type ToldRecord } from './told.ts';
export { isOfKey, isWholeValue, type Kind, type Records, type Topic, valueRecordOf } from './topic.ts';
export { allTopics, relayTopic, topicNamed, topics, topicsOfOrders } from './topics.ts';
export type { Address, Customer, CustomerCategory } from './generated/customer.ts';
export type { OrderCancelled, OrderConfirmed, OrderPlaced, OrderRejected } from './generated/order-events.ts';
export type { Money, Order, OrderLine } from './generated/order.ts';
export type { Product } from './generated/product.ts';
export type { ReleaseStock, ReservationLine, ReserveStock } from './generated/stock-commands.ts';
export type { GoodsReceived, StockRejected, StockReleased, StockReserved } from './generated/stock-events.ts';
export type { Stock } from './generated/stock.ts';
