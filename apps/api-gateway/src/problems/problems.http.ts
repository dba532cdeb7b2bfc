import { Controller, Get, Header, Param } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Anyone, Refusal } from '@offset-zero/service';
import { problemPage, problemsPage } from './problem-pages.ts';

/** Where the `type` of every problem leads. */
@ApiExcludeController()
@Controller('problems')
export class ProblemPages {
  @Get()
  @Anyone()
  @Header('cache-control', 'no-cache')
  @Header('content-type', 'text/html; charset=utf-8')
  all(): string {
    return problemsPage();
  }

  @Get(':code')
  @Anyone()
  @Header('cache-control', 'no-cache')
  @Header('content-type', 'text/html; charset=utf-8')
  one(@Param('code') code: string): string {
    const page = problemPage(code);
    if (page === undefined) throw new Refusal('route-not-found');
    return page;
  }
}
