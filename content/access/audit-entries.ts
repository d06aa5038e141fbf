import { type AuditEntry, createAudit } from './audit.ts'
import { openAccessDatabase } from './open-database.ts'

/** Everything in the audit of a data folder, oldest first, whether a server runs on it or not. */
export function auditEntries(dataFolder: string): AuditEntry[] {
  const database = openAccessDatabase(dataFolder)
  try {
    return createAudit(database, () => new Date()).entries()
  } finally {
    database.close()
  }
}
