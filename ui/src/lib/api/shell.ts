// What the window itself can do: native dialogs, the file manager, its own appearance.
import { invoke } from '@tauri-apps/api/core'
import { failure } from './failure'

async function ask<T>(command: string, request?: Record<string, unknown>): Promise<T> {
  try {
    return await invoke<T>(command, request)
  } catch (thrown) {
    throw failure(thrown)
  }
}

/** The path of an existing file that the user chose, or null. `picture` and `evidence` may be attached to a decision. */
export const pickFile = (kind: 'shop' | 'table' | 'picture' | 'evidence') =>
  ask<string | null>('pick_file', { kind })

/** Where the user wants a new client file, or null. `suggested` is a full path or a file name. */
export const pickNewShop = (suggested: string) => ask<string | null>('pick_new_shop', { suggested })

/** Where the user wants a new document, or null. `suggested` is its name, whose ending the document keeps. */
export const pickNewDocument = (suggested: string) => ask<string | null>('pick_new_document', { suggested })

/** A folder that the user chose, or null. */
export const pickFolder = () => ask<string | null>('pick_folder')

/** Shows a file in the system's file manager. */
export const reveal = (path: string) => ask<null>('reveal', { path })

/** Opens a PDF in the system's reader, which can print it. */
export const openDocument = (path: string) => ask<null>('open_document', { path })

/** Says that the interface hears: what waited for it is told. */
export const windowReady = () => ask<null>('window_ready')

/** Answers `close_requested`: there is nothing to lose, or the user said so. */
export const windowClose = () => ask<null>('window_close')

/** Answers `close_requested`: the user is being asked. Without any answer the window closes by itself. */
export const windowStay = () => ask<null>('window_stay')
