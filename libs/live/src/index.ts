export { type ServerEvent, eventParser, eventText, idText } from './event-stream.ts';
export { follow, type FollowOptions, LiveRefused, type LiveState } from './follow.ts';
export type { LiveRecord, ResetReason, Undecodable } from './record.ts';
