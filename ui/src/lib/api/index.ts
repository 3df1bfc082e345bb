// The window's only door to the program. Nothing outside this folder imports @tauri-apps.
export type * from './bindings'
export { call, type Command, type Request, type Response } from './call'
export { on, type Events } from './events'
export { ApiFailure, failure } from './failure'
export {
  pickFile,
  pickFolder,
  pickNewDocument,
  pickNewShop,
  reveal,
  windowClose,
  windowReady,
  windowStay,
} from './shell'
