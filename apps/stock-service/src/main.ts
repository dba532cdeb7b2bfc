import { runService } from '@offset-zero/service';
import { migrations } from './migrations/migrations.ts';
import { stockService } from './service.ts';
import { StockServiceModule } from './stock-service.module.ts';

await runService(stockService, StockServiceModule, migrations);
