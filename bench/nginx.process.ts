import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePorts } from '@offset-zero/platform/ports.process';
import { eventually } from '@offset-zero/testing';
import type { RunningService } from './service.process.ts';

/** As one would write it to pass calls on: connections kept to the service, no access log, one worker as Node has one. */
const configuration = (port: number, upstream: string, folder: string) => `
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr warn;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_temp_path ${folder}/body;
  proxy_temp_path ${folder}/proxy;
  fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi;
  scgi_temp_path ${folder}/scgi;
  keepalive_requests 1000000;
  upstream service { server ${new URL(upstream).host}; keepalive 64; }
  server {
    listen 127.0.0.1:${port};
    location / {
      proxy_pass http://service;
      proxy_http_version 1.1;
      proxy_set_header Connection "";
      proxy_set_header X-Forwarded-For $remote_addr;
    }
  }
}
`;

/** nginx before one service; undefined, with a line that says what to install, where there is none. */
export async function startNginx(upstream: string): Promise<RunningService | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'offset-zero-nginx-'));
  const [port] = await freePorts(1);
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, configuration(port!, upstream, folder));
  const path = `${process.env.PATH}:/usr/sbin`;
  const child = spawn('nginx', ['-c', file, '-p', folder], {
    env: { ...process.env, PATH: path },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const missing = new Promise<true>((resolve) =>
    child.once('error', ({ message }) => {
      console.log(
        `nginx is not measured (${message}): it is Debian's package nginx-light, apt-get install nginx-light`,
      );
      resolve(true);
    }),
  );
  const url = `http://127.0.0.1:${port}`;
  const answers = eventually(async () => (await fetch(url)).status < 500).then(() => false as const);
  answers.catch(() => {}); // without nginx nobody waits for it
  if (await Promise.race([missing, answers])) {
    rmSync(folder, { recursive: true });
    return undefined;
  }
  const stop = async () => {
    child.kill('SIGQUIT');
    await ended;
    rmSync(folder, { recursive: true });
  };
  return { url, stop };
}
