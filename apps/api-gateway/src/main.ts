import { runService } from '@offset-zero/service';
import { ApiGatewayModule } from './api-gateway.module.ts';
import { docs } from './docs/docs.http.ts';
import { front } from './security/front.http.ts';
import { apiGateway } from './service.ts';
import { gatewaySettings } from './settings.ts';

await runService(apiGateway, ApiGatewayModule, [], { settings: gatewaySettings, front, docs });
