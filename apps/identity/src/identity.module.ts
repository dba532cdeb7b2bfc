import { Module } from '@nestjs/common';

/** Nothing of its own: the provider's addresses are no controllers. */
@Module({})
export class IdentityModule {}
