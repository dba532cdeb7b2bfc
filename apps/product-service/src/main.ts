import { runService } from '@offset-zero/service';
import { migrations } from './migrations/migrations.ts';
import { ProductServiceModule } from './product-service.module.ts';
import { productService } from './service.ts';

await runService(productService, ProductServiceModule, migrations);
