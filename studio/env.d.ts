declare module '*.css'

/** The very client that the Studio is written for, which is not the version the rest of us uses. */
declare module 'virtual:studio-client' {
  type Options = import('sanity').SourceOptions
  export const createClient: NonNullable<Options['unstable_clientFactory']>
}

interface ImportMeta {
  /** Vite's: a loader for each file that fits, by its path from the root of the project. */
  glob(
    pattern: string,
    options: { import: 'default' },
  ): Readonly<Record<string, () => Promise<unknown>>>
}
