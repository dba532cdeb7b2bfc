import { runService } from '@offset-zero/service';
import { migrations } from './migrations/migrations.ts';
import { OrderServiceModule } from './order-service.module.ts';
import { orderService } from './service.ts';
import { orderSettings } from './settings.ts';

await runService(orderService, OrderServiceModule, migrations, { settings: orderSettings });
