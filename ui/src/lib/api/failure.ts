// Why the core refused a call, for the program and the catalogue of messages.
import type { ApiError, ErrorCode, FieldIssue } from './bindings'

/**
 * What a refused call rejects with. The code is for the program and for the catalogue of messages, never for
 * the reader; `params` fill the message in, `fields` say which fields of a record were refused.
 */
export class ApiFailure extends Error implements ApiError {
  readonly code: ErrorCode
  readonly params: Record<string, string>
  readonly fields: FieldIssue[]

  constructor(error: ApiError) {
    super(error.code)
    this.name = 'ApiFailure'
    this.code = error.code
    this.params = error.params
    this.fields = error.fields
  }
}

function isApiError(value: unknown): value is ApiError {
  return typeof value === 'object' && value !== null && 'code' in value && typeof value.code === 'string'
}

/** Whatever was thrown, as an `ApiFailure`: anything the core did not name is `internal`. */
export function failure(thrown: unknown): ApiFailure {
  if (thrown instanceof ApiFailure) return thrown
  if (isApiError(thrown)) {
    return new ApiFailure({ code: thrown.code, params: thrown.params ?? {}, fields: thrown.fields ?? [] })
  }
  return new ApiFailure({ code: 'internal', params: {}, fields: [] })
}
