import { runService } from '@offset-zero/service';
import { CustomerSearchModule } from './customer-search.module.ts';
import { customerSearch } from './service.ts';

await runService(customerSearch, CustomerSearchModule);
