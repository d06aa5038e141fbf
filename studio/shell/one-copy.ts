import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'vite'
import { z } from 'zod'

const NESTED = /^(.*\/node_modules\/)(?:@[^/]+\/)?[^/]+\/node_modules\/((?:@[^/]+\/)?[^/]+)\/(.*)$/
// Where a package of several plugins is taken from when they brought the same version of it each.
const HOLDER = 'sanity-plugin-internationalized-array'
const packageFile = z.object({ version: z.string() })

/**
 * Takes a package that several plugins of the Studio brought in the same version from one place. Four copies of one
 * library of buttons would else be fetched, read and begun.
 */
export function oneCopy(): Plugin {
  const versions = new Map<string, string | undefined>()
  const versionOf = (folder: string) => {
    if (!versions.has(folder)) versions.set(folder, readVersion(folder))
    return versions.get(folder)
  }
  return {
    name: 'waymark-one-copy',
    enforce: 'pre',
    resolveId: {
      filter: { id: /^[@a-z]/ },
      async handler(source, importer, options) {
        if (importer === undefined) return
        const found = await this.resolve(source, importer, { ...options, skipSelf: true })
        const [, top, name, rest] = NESTED.exec(found?.id ?? '') ?? []
        if (found === null || top === undefined || name === undefined) return found
        const own = found.id.slice(0, -(rest?.length ?? 0) - 1)
        const shared = [`${top}${name}`, `${top}${HOLDER}/node_modules/${name}`]
        const other = shared.find((folder) => versionOf(folder) === versionOf(own))
        return other === undefined ? found : { ...found, id: `${other}/${rest}` }
      },
    },
  }
}

function readVersion(folder: string): string | undefined {
  const file = path.join(folder, 'package.json')
  if (!existsSync(file)) return undefined
  return packageFile.parse(JSON.parse(readFileSync(file, 'utf8'))).version
}
