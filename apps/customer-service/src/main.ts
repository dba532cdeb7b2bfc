import { runService } from '@offset-zero/service';
import { CustomerServiceModule } from './customer-service.module.ts';
import { migrations } from './migrations/migrations.ts';
import { customerService } from './service.ts';

await runService(customerService, CustomerServiceModule, migrations);
