import type desk from './en/desk.json';
import type form from './en/form.json';
import type hub from './en/hub.json';
import type problems from './en/problems.json';
import type shell from './en/shell.json';
import type shop from './en/shop.json';
import type trace from './en/trace.json';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'shell';
    resources: {
      shell: typeof shell;
      problems: typeof problems;
      shop: typeof shop;
      desk: typeof desk;
      form: typeof form;
      hub: typeof hub;
      trace: typeof trace;
    };
  }
}
