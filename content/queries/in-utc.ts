/**
 * Runs synchronous work with the process on UTC, where no hour is ever missing or double, and puts the zone back.
 * For libraries that reckon in the process's local time and so trip over its summer time.
 * Inside a worker thread the zone cannot be changed (https://nodejs.org/api/worker_threads.html, `env`):
 * there the work runs in the process's zone.
 */
export function inUtc<Answer>(work: () => Answer): Answer {
  const before = process.env['TZ']
  process.env['TZ'] = 'UTC'
  try {
    return work()
  } finally {
    if (before === undefined) delete process.env['TZ']
    else process.env['TZ'] = before
  }
}
