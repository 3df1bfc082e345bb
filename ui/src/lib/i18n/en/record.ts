import type { record as source } from '../fr/record'

export const record: typeof source = {}
