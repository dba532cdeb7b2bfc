import { Type } from 'class-transformer';
import { IsEmail, IsIn, IsString, Length, ValidateNested } from 'class-validator';
import { Column, Entity, PrimaryColumn } from 'typeorm';

class Address {
  @IsString() @Length(1, 200) street: string;
  @IsString() @Length(1, 20) postalCode: string;
  @IsString() @Length(1, 100) city: string;
  @IsString() @Length(2, 2) country: string;
}

/** The same nine fields that customer-service takes. */
export class NewCustomer {
  @IsString() @Length(1, 100) firstName: string;
  @IsString() @Length(1, 100) lastName: string;
  @IsEmail() email: string;
  @IsIn(['A', 'B', 'C']) category: string;
  @ValidateNested() @Type(() => Address) address: Address;
}

@Entity('peer_customer')
export class PeerCustomer {
  @PrimaryColumn('uuid') customerId: string;
  @Column('int') version: number;
  @Column('text') firstName: string;
  @Column('text') lastName: string;
  @Column('text') email: string;
  @Column('text') category: string;
  @Column('text') street: string;
  @Column('text') postalCode: string;
  @Column('text') city: string;
  @Column('text') country: string;
  @Column('timestamptz') registeredAt: Date;
  @Column('timestamptz') updatedAt: Date;
}
