import { enableCompileCache } from 'node:module'
import path from 'node:path'

// Loaded before the process (`node --import`): it starts in three quarters of the time once its modules are compiled.
enableCompileCache(path.resolve(import.meta.dirname, '../../node_modules/.cache/node'))
