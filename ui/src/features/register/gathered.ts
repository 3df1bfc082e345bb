// A client's unproven agreements, gathered by the file that brought them: one line a file and moment.
import type { UnprovenConsent } from '$lib/api'

interface Gathered {
  file_name: string
  at: number
  mode: string
  names: string[]
}

export function gathered(consents: readonly UnprovenConsent[]): Gathered[] {
  const lines: Gathered[] = []
  for (const { file_name, at, mode, name } of consents) {
    const line = lines.find(
      (other) => other.file_name === file_name && other.at === at && other.mode === mode,
    )
    if (line) line.names.push(name)
    else lines.push({ file_name, at, mode, names: [name] })
  }
  return lines
}
