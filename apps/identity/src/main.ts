import { runService } from '@offset-zero/service';
import { IdentityModule } from './identity.module.ts';
import { serveProvider } from './provider/provider.http.ts';
import { identity } from './service.ts';
import { identitySettings } from './settings.ts';

await runService(identity, IdentityModule, [], { settings: identitySettings, http: serveProvider });
