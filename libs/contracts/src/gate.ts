export { conflicts, type Level } from './compatibility/levels.ts';
export { check, type Report } from './gate/check.ts';
export { ReleaseRefused } from './gate/release.ts';
export { releaseTopic } from './gate/release-topic.ts';
export { readTopic, type TopicFolder, topicsIn } from './gate/topic-folder.ts';
export { definitions, fullNameOf, nonNull, type RecordSchema, type Schema } from './schema.ts';
export { refusals } from './gate/refusals.ts';
