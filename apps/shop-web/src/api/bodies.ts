import type { components } from './generated/openapi.d.ts';

type Schemas = components['schemas'];

export type Product = Schemas['Product'];
export type ProductPage = Schemas['ProductPage'];
export type Stock = Schemas['Stock'];
export type Order = Schemas['Order'];
export type OrderPage = Schemas['OrderPage'];
export type Money = Schemas['Money'];
