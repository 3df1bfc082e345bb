//! A SQLite VFS that leaves room for the key header at the start of the shop file.
//!
//! The database begins [`HEADER_LEN`] bytes into the file, so that the wrapped keys (see [`super::header`]) travel with
//! the data in one file. Everything else is the system's own VFS: this one only moves offsets, and only in the main
//! database file. Of the write-ahead log it only notices when reading fails; temporary files are untouched.
//!
//! SQLite locks bytes around 2^30 and therefore never stores data in that page; on Windows such locks are mandatory.
//! Since our pages are shifted, the mapping skips that physical page too. Page size is 4096 throughout, a divisor of
//! both the header's length and 2^30, so no read or write straddles the gap.
#![allow(unsafe_code, reason = "SQLite's VFS interface is a C table of function pointers")]
#![allow(clippy::cast_possible_wrap, clippy::cast_possible_truncation, reason = "two small constants, as C integers")]

use std::ffi::{CStr, c_char, c_int, c_void};
use std::ptr;
use std::sync::OnceLock;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};

use rusqlite::ffi;

use super::header::HEADER_LEN;

/// The name under which connections ask for this VFS.
pub(super) const NAME: &CStr = c"ecrin";

/// The byte that SQLite locks (`PENDING_BYTE`), fixed by the file format.
const LOCK_BYTE: i64 = 0x4000_0000;
/// What the mapping skips around it: one page.
const LOCK_PAGE: i64 = 4096;
const SHIFT: i64 = HEADER_LEN as i64;

/// How often the disk refused to read, and whether it did since a connection was last opened.
static FAILED_READS: AtomicU64 = AtomicU64::new(0);
static READ_FAILED: AtomicBool = AtomicBool::new(false);

/// How often the disk refused to read in this process. SQLCipher decrypts such a page all the same, takes it for a page
/// that somebody altered, and answers nothing else from then on: the connection has to be opened again.
pub(super) fn failed_reads() -> u64 {
    FAILED_READS.load(Ordering::Relaxed)
}

/// Whether a page that does not authenticate may be one that the disk failed to read.
pub(super) fn read_failed() -> bool {
    READ_FAILED.load(Ordering::Relaxed)
}

/// A connection was opened and read.
pub(super) fn reads_again() {
    READ_FAILED.store(false, Ordering::Relaxed);
}

/// Registers the VFS once per process.
///
/// # Errors
/// SQLite's result code when there is no default VFS or registering fails.
pub(super) fn register() -> Result<(), c_int> {
    static REGISTERED: OnceLock<Result<(), c_int>> = OnceLock::new();
    *REGISTERED.get_or_init(|| {
        // SAFETY: called once; the structure is leaked, so SQLite may keep the pointer for ever.
        unsafe {
            // Counting every allocation takes a lock for each, a seventh of a large import. Where SQLite has already begun
            // (a test that used it before), it goes on counting: slower, never wrong.
            ffi::sqlite3_config(ffi::SQLITE_CONFIG_MEMSTATUS, 0);
            let system = system();
            if system.is_null() {
                return Err(ffi::SQLITE_ERROR);
            }
            let mut shifted = *system;
            shifted.zName = NAME.as_ptr();
            shifted.pNext = ptr::null_mut();
            shifted.szOsFile = size_of::<ShiftedFile>() as c_int + (*system).szOsFile;
            shifted.xOpen = Some(open);
            match ffi::sqlite3_vfs_register(Box::leak(Box::new(shifted)), 0) {
                ffi::SQLITE_OK => Ok(()),
                code => Err(code),
            }
        }
    })
}

/// The system's own VFS: on Windows the one that takes paths of more than 260 characters, which is otherwise the same.
fn system() -> *mut ffi::sqlite3_vfs {
    let name = if cfg!(windows) { c"win32-longpath".as_ptr() } else { ptr::null() };
    // SAFETY: the name is a C string or none, and SQLite keeps what it returns as long as it runs.
    unsafe { ffi::sqlite3_vfs_find(name) }
}

/// Where a byte of the database lies in the file.
const fn physical(logical: i64) -> i64 {
    let shifted = logical + SHIFT;
    if shifted < LOCK_BYTE { shifted } else { shifted + LOCK_PAGE }
}

/// How long the database is in a file of this length.
const fn logical_len(physical: i64) -> i64 {
    if physical <= SHIFT {
        0
    } else if physical <= LOCK_BYTE {
        physical - SHIFT
    } else if physical <= LOCK_BYTE + LOCK_PAGE {
        LOCK_BYTE - SHIFT
    } else {
        physical - SHIFT - LOCK_PAGE
    }
}

/// An open main database file, or its log; the system's own file structure follows it in the memory that SQLite allocated.
#[repr(C)]
struct ShiftedFile {
    base: ffi::sqlite3_file,
    _align: u64,
}

/// The system's file behind ours.
///
/// # Safety
/// `file` must have been opened by [`open`] as a main database or a log.
unsafe fn inner(file: *mut ffi::sqlite3_file) -> *mut ffi::sqlite3_file {
    // SAFETY: `szOsFile` reserved room for both structures, ours first; 16 bytes keep the second one aligned.
    unsafe { file.cast::<ShiftedFile>().add(1).cast() }
}

/// The system's methods behind ours.
///
/// # Safety
/// As [`inner`].
unsafe fn methods<'a>(file: *mut ffi::sqlite3_file) -> &'a ffi::sqlite3_io_methods {
    // SAFETY: a successfully opened file has methods.
    unsafe { &*(*inner(file)).pMethods }
}

unsafe extern "C" fn open(
    _vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    // SAFETY: SQLite passes a buffer of `szOsFile` bytes; the default VFS was found when ours was registered.
    unsafe {
        let system = system();
        let Some(system_open) = (*system).xOpen else { return ffi::SQLITE_CANTOPEN };
        if flags & (ffi::SQLITE_OPEN_MAIN_DB | ffi::SQLITE_OPEN_WAL) == 0 {
            return system_open(system, name, file, flags, out_flags);
        }
        (*file).pMethods = ptr::null();
        let behind = inner(file);
        (*behind).pMethods = ptr::null();
        let code = system_open(system, name, behind, flags, out_flags);
        if code == ffi::SQLITE_OK {
            let is_log = flags & ffi::SQLITE_OPEN_WAL != 0;
            (*file).pMethods = if is_log { &raw const LOG_METHODS } else { &raw const METHODS };
        } else if let Some(close) = (*behind).pMethods.as_ref().and_then(|methods| methods.xClose) {
            close(behind);
        }
        code
    }
}

/// Declares a method that only passes its arguments to the system's file.
macro_rules! pass {
    ($name:ident => $method:ident($($arg:ident: $kind:ty),*) -> $result:ty, $otherwise:expr) => {
        unsafe extern "C" fn $name(file: *mut ffi::sqlite3_file $(, $arg: $kind)*) -> $result {
            // SAFETY: SQLite calls methods only on files that `open` opened.
            unsafe {
                match methods(file).$method {
                    Some(method) => method(inner(file) $(, $arg)*),
                    None => $otherwise,
                }
            }
        }
    };
}

pass!(close => xClose() -> c_int, ffi::SQLITE_OK);
pass!(sync => xSync(flags: c_int) -> c_int, ffi::SQLITE_IOERR_FSYNC);
pass!(lock => xLock(level: c_int) -> c_int, ffi::SQLITE_IOERR_LOCK);
pass!(unlock => xUnlock(level: c_int) -> c_int, ffi::SQLITE_IOERR_UNLOCK);
pass!(check_reserved => xCheckReservedLock(out: *mut c_int) -> c_int, ffi::SQLITE_IOERR_CHECKRESERVEDLOCK);
pass!(sector_size => xSectorSize() -> c_int, 4096);
pass!(characteristics => xDeviceCharacteristics() -> c_int, 0);
pass!(shm_map => xShmMap(page: c_int, size: c_int, extend: c_int, out: *mut *mut c_void) -> c_int, ffi::SQLITE_IOERR_SHMMAP);
pass!(shm_lock => xShmLock(offset: c_int, n: c_int, flags: c_int) -> c_int, ffi::SQLITE_IOERR_SHMLOCK);
pass!(shm_barrier => xShmBarrier() -> (), ());
pass!(shm_unmap => xShmUnmap(delete: c_int) -> c_int, ffi::SQLITE_OK);

pass!(log_write => xWrite(from: *const c_void, len: c_int, offset: i64) -> c_int, ffi::SQLITE_IOERR_WRITE);
pass!(log_truncate => xTruncate(len: i64) -> c_int, ffi::SQLITE_IOERR_TRUNCATE);
pass!(log_size => xFileSize(out: *mut i64) -> c_int, ffi::SQLITE_IOERR_FSTAT);
pass!(log_control => xFileControl(op: c_int, arg: *mut c_void) -> c_int, ffi::SQLITE_NOTFOUND);

unsafe extern "C" fn read(file: *mut ffi::sqlite3_file, into: *mut c_void, len: c_int, offset: i64) -> c_int {
    // SAFETY: as for every method; only the offset differs.
    unsafe { log_read(file, into, len, physical(offset)) }
}

unsafe extern "C" fn log_read(file: *mut ffi::sqlite3_file, into: *mut c_void, len: c_int, offset: i64) -> c_int {
    // SAFETY: as for every method.
    unsafe {
        let code = methods(file).xRead.map_or(ffi::SQLITE_IOERR_READ, |method| method(inner(file), into, len, offset));
        if code != ffi::SQLITE_OK && code != ffi::SQLITE_IOERR_SHORT_READ {
            READ_FAILED.store(true, Ordering::Relaxed);
            FAILED_READS.fetch_add(1, Ordering::Relaxed);
        }
        code
    }
}

unsafe extern "C" fn write(file: *mut ffi::sqlite3_file, from: *const c_void, len: c_int, offset: i64) -> c_int {
    // SAFETY: as for every method; only the offset differs.
    unsafe {
        match methods(file).xWrite {
            Some(method) => method(inner(file), from, len, physical(offset)),
            None => ffi::SQLITE_IOERR_WRITE,
        }
    }
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, len: i64) -> c_int {
    // SAFETY: as for every method; only the length differs.
    unsafe {
        match methods(file).xTruncate {
            Some(method) => method(inner(file), physical(len)),
            None => ffi::SQLITE_IOERR_TRUNCATE,
        }
    }
}

unsafe extern "C" fn file_size(file: *mut ffi::sqlite3_file, out: *mut i64) -> c_int {
    // SAFETY: as for every method; `out` is SQLite's.
    unsafe {
        let Some(method) = methods(file).xFileSize else { return ffi::SQLITE_IOERR_FSTAT };
        let code = method(inner(file), out);
        if code == ffi::SQLITE_OK {
            *out = logical_len(*out);
        }
        code
    }
}

unsafe extern "C" fn file_control(file: *mut ffi::sqlite3_file, op: c_int, arg: *mut c_void) -> c_int {
    // SAFETY: as for every method; the size hint is the one operation whose argument is a length.
    unsafe {
        let Some(method) = methods(file).xFileControl else { return ffi::SQLITE_NOTFOUND };
        if op == ffi::SQLITE_FCNTL_SIZE_HINT {
            let mut hint = physical(*arg.cast::<i64>());
            return method(inner(file), op, (&raw mut hint).cast());
        }
        method(inner(file), op, arg)
    }
}

/// Version 2: write-ahead logging, but no memory-mapped reads, which would bypass the offset.
static METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    iVersion: 2,
    xClose: Some(close),
    xRead: Some(read),
    xWrite: Some(write),
    xTruncate: Some(truncate),
    xSync: Some(sync),
    xFileSize: Some(file_size),
    xLock: Some(lock),
    xUnlock: Some(unlock),
    xCheckReservedLock: Some(check_reserved),
    xFileControl: Some(file_control),
    xSectorSize: Some(sector_size),
    xDeviceCharacteristics: Some(characteristics),
    xShmMap: Some(shm_map),
    xShmLock: Some(shm_lock),
    xShmBarrier: Some(shm_barrier),
    xShmUnmap: Some(shm_unmap),
    xFetch: None,
    xUnfetch: None,
};

/// Those of a log, which begins at the beginning of its file.
static LOG_METHODS: ffi::sqlite3_io_methods = ffi::sqlite3_io_methods {
    xRead: Some(log_read),
    xWrite: Some(log_write),
    xTruncate: Some(log_truncate),
    xFileSize: Some(log_size),
    xFileControl: Some(log_control),
    ..METHODS
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_page_lands_on_the_header_or_on_the_locked_bytes_and_lengths_come_back() {
        for page in [0, 1, 2, 262_141, 262_142, 262_143, 262_144, 262_145, 1_000_000] {
            let at = physical(page * 4096);
            assert!(at >= SHIFT, "page {page} lies in the header");
            assert!(!(LOCK_BYTE..LOCK_BYTE + LOCK_PAGE).contains(&at), "page {page} lies on the locked bytes");
            assert_eq!(logical_len(at + 4096), (page + 1) * 4096, "length after page {page}");
        }
        assert_eq!(logical_len(0), 0);
        assert_eq!(logical_len(SHIFT), 0);
    }

    #[test]
    fn pages_stay_in_order_without_overlap() {
        let mut previous = physical(0);
        for page in 262_130..262_160 {
            let at = physical(page * 4096);
            assert!(at - previous >= 4096, "page {page} overlaps its predecessor");
            previous = at;
        }
    }
}
