// Paths as people type and read them, on any system.

/** Windows' « Copier en tant que chemin d’accès » puts quotes around a path; they are no part of it. */
export function unquoted(typed: string): string {
  return typed.trim().replace(/^"(.*)"$/, '$1')
}

/** The last part of a path, on any system. */
export function fileName(path: string): string {
  return path.split(/[\\/]/).pop() ?? path
}
