//! The layer itself: SQLite's interface to a disk, in which each method asks first whether it fails.
#![allow(unsafe_code, reason = "SQLite's VFS interface is a C table of function pointers")]
#![allow(
    clippy::cast_possible_wrap,
    clippy::cast_possible_truncation,
    reason = "sizes of two structures, as C integers"
)]

use std::ffi::{CStr, c_char, c_int, c_void};
use std::path::{Path, PathBuf};
use std::ptr;
use std::sync::OnceLock;

use rusqlite::ffi;

use super::{Call, with_disk};

/// The system's layer, found before ours became the default.
struct System(*mut ffi::sqlite3_vfs);
// SAFETY: SQLite's layers live as long as the process and are used from any thread.
unsafe impl Send for System {}
// SAFETY: as above.
unsafe impl Sync for System {}

static SYSTEM: OnceLock<System> = OnceLock::new();

fn system() -> *mut ffi::sqlite3_vfs {
    SYSTEM.get().map_or(ptr::null_mut(), |system| system.0)
}

/// The name by which the core asks for the system's layer, where it asks for one by name.
const ASKED_FOR: Option<&CStr> = if cfg!(windows) { Some(c"win32-longpath") } else { None };

/// Puts the disk where the core asks for the system's, once a process. The core must not have opened a file before.
///
/// # Panics
/// When SQLite does not take it, or the core's layer is there already.
pub fn install() {
    SYSTEM.get_or_init(|| {
        // SAFETY: called once; the structure is leaked, so SQLite may keep the pointer for ever.
        unsafe {
            assert!(ffi::sqlite3_vfs_find(c"ecrin".as_ptr()).is_null(), "the disk comes before the core's layer");
            let system = ffi::sqlite3_vfs_find(ASKED_FOR.map_or(ptr::null(), CStr::as_ptr));
            let mut disk = *system;
            if ASKED_FOR.is_some() {
                // Ours takes its name, and still calls it.
                assert_eq!(ffi::sqlite3_vfs_unregister(system), ffi::SQLITE_OK);
            } else {
                disk.zName = c"ecrin-durability-disk".as_ptr();
            }
            disk.pNext = ptr::null_mut();
            disk.szOsFile = size_of::<DiskFile>() as c_int + (*system).szOsFile;
            disk.xOpen = Some(open);
            disk.xDelete = Some(remove);
            assert_eq!(ffi::sqlite3_vfs_register(Box::leak(Box::new(disk)), 1), ffi::SQLITE_OK);
            System(system)
        }
    });
}

/// An open file; the system's own structure follows it in the memory that SQLite allocated.
#[repr(C)]
struct DiskFile {
    base: ffi::sqlite3_file,
    /// The path of a watched file, leaked once a name, or null.
    path: *const PathBuf,
}

/// The system's file behind ours.
///
/// # Safety
/// `file` must have been opened by [`open`].
unsafe fn inner(file: *mut ffi::sqlite3_file) -> *mut ffi::sqlite3_file {
    // SAFETY: `szOsFile` reserved room for both structures, ours first; 16 bytes keep the second one aligned.
    unsafe { file.cast::<DiskFile>().add(1).cast() }
}

/// The system's methods behind ours.
///
/// # Safety
/// As [`inner`].
unsafe fn methods<'a>(file: *mut ffi::sqlite3_file) -> &'a ffi::sqlite3_io_methods {
    // SAFETY: a successfully opened file has methods.
    unsafe { &*(*inner(file)).pMethods }
}

/// The path, if the file is watched.
///
/// # Safety
/// As [`inner`].
unsafe fn path<'a>(file: *mut ffi::sqlite3_file) -> Option<&'a Path> {
    // SAFETY: `open` wrote null or a leaked path.
    unsafe { (*file.cast::<DiskFile>()).path.as_ref().map(PathBuf::as_path) }
}

/// The path behind a name, if it lies in the watched folder. Temporary files have no name.
///
/// # Safety
/// `name` must be null or a C string.
unsafe fn watched(name: *const c_char) -> Option<PathBuf> {
    if name.is_null() {
        return None;
    }
    // SAFETY: SQLite passes C strings.
    let path = PathBuf::from(unsafe { CStr::from_ptr(name) }.to_str().ok()?);
    with_disk(|disk| disk.watched.as_ref().is_some_and(|folder| path.starts_with(folder))).then_some(path)
}

/// Counts a call on a watched file, and says how it fails, if it does.
///
/// # Safety
/// As [`inner`].
unsafe fn fails(file: *mut ffi::sqlite3_file, call: Call) -> Option<c_int> {
    // SAFETY: as the caller promises.
    unsafe { path(file) }?;
    with_disk(|disk| disk.faults.count(call))
}

unsafe extern "C" fn open(
    _vfs: *mut ffi::sqlite3_vfs,
    name: *const c_char,
    file: *mut ffi::sqlite3_file,
    flags: c_int,
    out_flags: *mut c_int,
) -> c_int {
    // SAFETY: SQLite passes a buffer of `szOsFile` bytes and a C string or null.
    unsafe {
        (*file).pMethods = ptr::null();
        let watched = watched(name);
        if watched.is_some()
            && let Some(code) = with_disk(|disk| disk.faults.count(Call::Open))
        {
            return code;
        }
        let behind = inner(file);
        (*behind).pMethods = ptr::null();
        let Some(system_open) = (*system()).xOpen else { return ffi::SQLITE_CANTOPEN };
        let code = system_open(system(), name, behind, flags, out_flags);
        if code != ffi::SQLITE_OK {
            if let Some(close) = (*behind).pMethods.as_ref().and_then(|methods| methods.xClose) {
                close(behind);
            }
            return code;
        }
        let ours = file.cast::<DiskFile>();
        (*ours).path = ptr::null();
        if let Some(path) = watched {
            with_disk(|disk| disk.power.iter_mut().for_each(|power| power.opened(&path)));
            (*ours).path = Box::leak(Box::new(path));
        }
        (*file).pMethods = &raw const METHODS;
        ffi::SQLITE_OK
    }
}

unsafe extern "C" fn remove(_vfs: *mut ffi::sqlite3_vfs, name: *const c_char, sync_folder: c_int) -> c_int {
    // SAFETY: SQLite passes a C string.
    unsafe {
        let watched = watched(name);
        if watched.is_some()
            && let Some(code) = with_disk(|disk| disk.faults.count(Call::Remove))
        {
            return code;
        }
        let Some(system_remove) = (*system()).xDelete else { return ffi::SQLITE_IOERR_DELETE };
        let code = system_remove(system(), name, sync_folder);
        if let Some(path) = watched.filter(|_| code == ffi::SQLITE_OK) {
            with_disk(|disk| disk.power.iter_mut().for_each(|power| power.removed(&path, sync_folder != 0)));
        }
        code
    }
}

unsafe extern "C" fn write(file: *mut ffi::sqlite3_file, from: *const c_void, len: c_int, offset: i64) -> c_int {
    // SAFETY: SQLite passes `len` readable bytes.
    unsafe {
        let Some(system_write) = methods(file).xWrite else { return ffi::SQLITE_IOERR_WRITE };
        if let Some(code) = fails(file, Call::Write) {
            // A disk that fails in the middle of a write has written some of it.
            if code != ffi::SQLITE_FULL {
                system_write(inner(file), from, len / 2, offset);
            }
            return code;
        }
        if let Some(path) = path(file) {
            let bytes = std::slice::from_raw_parts(from.cast::<u8>(), usize::try_from(len).unwrap_or(0));
            let (images, photographer) = with_disk(|disk| {
                let images = disk.power.as_mut().map(|power| power.wrote(path, offset, bytes)).unwrap_or_default();
                (images, disk.photographer.clone())
            });
            if let Some(photographer) = photographer.filter(|_| !images.is_empty()) {
                photographer(images);
            }
        }
        system_write(inner(file), from, len, offset)
    }
}

unsafe extern "C" fn read(file: *mut ffi::sqlite3_file, into: *mut c_void, len: c_int, offset: i64) -> c_int {
    // SAFETY: as for every method.
    unsafe {
        match (fails(file, Call::Read), methods(file).xRead) {
            (None, Some(method)) => method(inner(file), into, len, offset),
            (code, _) => code.unwrap_or(ffi::SQLITE_IOERR_READ),
        }
    }
}

unsafe extern "C" fn truncate(file: *mut ffi::sqlite3_file, len: i64) -> c_int {
    // SAFETY: as for every method.
    unsafe {
        let (None, Some(method)) = (fails(file, Call::Truncate), methods(file).xTruncate) else {
            return ffi::SQLITE_IOERR_TRUNCATE;
        };
        if let Some(path) = path(file) {
            with_disk(|disk| disk.power.iter_mut().for_each(|power| power.truncated(path, len)));
        }
        method(inner(file), len)
    }
}

unsafe extern "C" fn sync(file: *mut ffi::sqlite3_file, flags: c_int) -> c_int {
    // SAFETY: as for every method.
    unsafe {
        if let Some(code) = fails(file, Call::Sync) {
            return code;
        }
        if let Some(path) = path(file) {
            let whole = flags & 0x0f == ffi::SQLITE_SYNC_FULL;
            with_disk(|disk| disk.power.iter_mut().for_each(|power| power.synchronised(path, whole)));
        }
    }
    // This process is neither killed nor really cut from power, so that the real disk need not be waited for.
    ffi::SQLITE_OK
}

unsafe extern "C" fn shm_map(
    file: *mut ffi::sqlite3_file,
    page: c_int,
    size: c_int,
    extend: c_int,
    out: *mut *mut c_void,
) -> c_int {
    // SAFETY: as for every method.
    unsafe {
        match (fails(file, Call::Map), methods(file).xShmMap) {
            (None, Some(method)) => method(inner(file), page, size, extend, out),
            (code, _) => code.unwrap_or(ffi::SQLITE_IOERR_SHMMAP),
        }
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
pass!(file_size => xFileSize(out: *mut i64) -> c_int, ffi::SQLITE_IOERR_FSTAT);
pass!(lock => xLock(level: c_int) -> c_int, ffi::SQLITE_IOERR_LOCK);
pass!(unlock => xUnlock(level: c_int) -> c_int, ffi::SQLITE_IOERR_UNLOCK);
pass!(check_reserved => xCheckReservedLock(out: *mut c_int) -> c_int, ffi::SQLITE_IOERR_CHECKRESERVEDLOCK);
pass!(file_control => xFileControl(op: c_int, arg: *mut c_void) -> c_int, ffi::SQLITE_NOTFOUND);
pass!(sector_size => xSectorSize() -> c_int, 4096);
pass!(characteristics => xDeviceCharacteristics() -> c_int, 0);
pass!(shm_lock => xShmLock(offset: c_int, n: c_int, flags: c_int) -> c_int, ffi::SQLITE_IOERR_SHMLOCK);
pass!(shm_barrier => xShmBarrier() -> (), ());
pass!(shm_unmap => xShmUnmap(delete: c_int) -> c_int, ffi::SQLITE_OK);

/// Version 2: write-ahead logging without memory-mapped reads.
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
