import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Controller, Get, Header } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anyone } from '@offset-zero/service';

const file = (name: string): Promise<string> => readFile(join(import.meta.dirname, '../../asyncapi', name), 'utf8');

/** The topics and their messages, for people and for machines. Both are generated: `npm run docs`. */
@ApiExcludeController()
@Controller('asyncapi')
export class AsyncApiPages {
  @Get()
  @Anyone()
  @Header('cache-control', 'no-cache')
  @Header('content-type', 'text/html; charset=utf-8')
  page(): Promise<string> {
    return file('index.html');
  }

  @Get('document.json')
  @Anyone()
  @Header('cache-control', 'no-cache')
  @Header('content-type', 'application/json; charset=utf-8')
  document(): Promise<string> {
    return file('document.json');
  }
}
