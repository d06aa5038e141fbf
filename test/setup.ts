import fc from 'fast-check'
import { isLong, runs } from './long.ts'

// Samples are the same every time, so that a red run says something about the change at hand; the long run explores.
fc.configureGlobal({ ...runs(100), ...(isLong ? {} : { seed: 1949 }) })
