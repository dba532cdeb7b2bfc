import { ParkedController } from './parked.http.ts';
import { RepublishController } from './republish.http.ts';
import { SubscriptionsController } from './subscriptions.http.ts';

/** What every service with a database has for its operators. */
export const operations = [SubscriptionsController, ParkedController, RepublishController];
