import { Body, Controller, Get, Module, Post } from '@nestjs/common';
import { asking, type TestIssuer, type TokenWish } from '@offset-zero/testing';
import { startInTest } from '@offset-zero/testing/service';
import { Anyone, Caller, May, type Principal, service } from '../src/index.ts';

@Controller('rooms')
class Rooms {
  @Get('street')
  @Anyone()
  street(@Caller() caller: Principal | undefined) {
    return { caller: caller ?? null };
  }

  @Get('shop')
  @May('shopper')
  shop(@Caller() caller: Principal) {
    return caller;
  }

  @Post('shop')
  @May('shopper')
  buy(@Body() body: object) {
    return { ...body };
  }

  @Get('desk')
  @May('clerk')
  desk() {
    return {};
  }

  /** Nobody has thought of it: it says nothing. */
  @Get('forgotten')
  forgotten() {
    return {};
  }
}

@Module({ controllers: [Rooms] })
class DoorModule {}

const manifest = service({ name: 'door', port: 0, summary: 'Has a door.', database: false });

/** The smallest service: rooms for everybody, for shoppers, for clerks, and one that Nest does not know. */
export async function openDoor({ url: OIDC_ISSUER }: Pick<TestIssuer, 'url'>, env: Record<string, string> = {}) {
  const running = await startInTest(manifest, DoorModule, {
    env: { OIDC_ISSUER, ...env },
    options: { http: (fastify) => void fastify.get('/raw', async () => ({})) },
  });
  const ask = asking(running.url, async () => undefined);
  return {
    ...running,
    ask,
    /** As somebody with this token. */
    with: (token: string, path = '/rooms/shop', method = 'GET') =>
      ask(method, path, undefined, { Authorization: `Bearer ${token}` }),
  };
}

export type Door = Awaited<ReturnType<typeof openDoor>>;
export const shopper: TokenWish = { role: 'shopper', subject: 'anna' };
