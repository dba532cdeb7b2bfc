import { runService } from '@offset-zero/service';
import { EventHubModule } from './event-hub.module.ts';
import { eventHub } from './service.ts';
import { eventHubSettings } from './settings.ts';

await runService(eventHub, EventHubModule, [], { settings: eventHubSettings });
