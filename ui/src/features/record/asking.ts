/** Which of a record's dialogs is open, besides those of its consents. */
export type Asking = 'reason' | 'restriction' | 'message' | 'merge' | 'removal'
