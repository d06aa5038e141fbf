import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { temporaryFolder } from '../browser.ts'
import { freePort } from './free-port.ts'

const PROGRAMS = ['/usr/sbin/nginx', '/usr/bin/nginx', '/usr/local/sbin/nginx']

/** A running nginx of one process. */
export type Nginx = { origin: string; pid: number; stop: () => Promise<void> }

/**
 * Starts nginx as it serves best: one process, the file kept open, no log. It answers `/` with `body` and `headers`.
 * `undefined` where this machine has none.
 */
export async function startNginx(
  body: Uint8Array,
  headers: Readonly<Record<string, string>>,
): Promise<Nginx | undefined> {
  const program = PROGRAMS.find((file) => existsSync(file))
  if (program === undefined) return undefined
  const { folder, remove } = await temporaryFolder('nginx')
  const port = await freePort()
  await mkdir(path.join(folder, 'files'))
  await writeFile(path.join(folder, 'files', 'page'), body)
  await writeFile(path.join(folder, 'nginx.conf'), configuration(port, headers))
  const child = spawn(program, ['-p', folder, '-c', 'nginx.conf', '-e', 'stderr'], {
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const origin = `http://127.0.0.1:${port}`
  await answers(origin, child)
  return {
    origin,
    pid: child.pid ?? 0,
    stop: async () => {
      const exited = new Promise((resolve) => child.once('exit', resolve))
      child.kill()
      await exited
      await remove()
    },
  }
}

function configuration(port: number, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(headers).map(
    ([name, value]) => `      add_header ${name} "${value.replaceAll('"', '\\"')}";`,
  )
  return `
daemon off;
master_process off;
pid nginx.pid;
events { worker_connections 1024; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 100000000;
  open_file_cache max=10;
  open_file_cache_valid 1h;
  client_body_temp_path body;
  proxy_temp_path proxy;
  fastcgi_temp_path fastcgi;
  uwsgi_temp_path uwsgi;
  scgi_temp_path scgi;
  server {
    listen 127.0.0.1:${port};
    location / {
      root files;
      try_files /page =404;
${lines.join('\n')}
    }
  }
}
`
}

async function answers(origin: string, child: ChildProcess): Promise<void> {
  while (child.exitCode === null) {
    const isThere = await fetch(origin).then(
      (answer) => answer.ok,
      () => false,
    )
    if (isThere) return
  }
  throw new Error(`nginx ended with ${child.exitCode} before it served`)
}
