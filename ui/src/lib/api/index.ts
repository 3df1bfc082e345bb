// The window's only door to the program. Nothing outside this folder imports @tauri-apps.
export type * from './bindings'
export { call, glance, unlocked, whenCodeNeeded, type Command, type Request, type Response } from './call'
export { hear, on, type Events } from './events'
export { ApiFailure, failure } from './failure'
export {
  openDocument,
  pickFile,
  pickFolder,
  pickNewDocument,
  pickNewShop,
  reveal,
  windowClose,
  windowReady,
  windowStay,
} from './shell'
