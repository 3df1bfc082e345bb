//! « Carnet »: the SMS of a day as a table, to be sent by hand from a telephone.
//!
//! A line is on the disk before it is said to be there. A table whose last line is torn, or that another program holds, is left alone.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Read as _, Seek as _, SeekFrom, Write as _};
use std::path::PathBuf;

use chrono::{DateTime, Local};

use crate::files::synchronise_names;
use crate::messages::{MessageId, Outgoing};
use crate::phones::Phone;
use crate::spreadsheet;

/// Tables of one day that are tried.
const TABLES: u32 = 100;

const HEADER: [&str; 4] = ["Heure", "Envoi", "Numéro", "Message"];

/// A folder with a table for each day.
#[derive(Debug)]
pub(super) struct Notebook {
    folder: PathBuf,
}

impl Notebook {
    pub(super) fn new(folder: &str) -> Notebook {
        Notebook { folder: PathBuf::from(folder) }
    }

    /// Adds a line to the table of the day, and returns the name of the table with the number of the message.
    ///
    /// # Errors
    /// What writing may say; the table is as it was then.
    pub(super) fn add(&self, message: &Outgoing, at: DateTime<Local>) -> io::Result<String> {
        if !self.folder.is_dir() {
            fs::create_dir(&self.folder)?;
        }
        for number in 1..TABLES {
            let suffix = if number == 1 { String::new() } else { format!(" ({number})") };
            let name = format!("SMS {}{suffix}.csv", at.format("%Y-%m-%d"));
            let path = self.folder.join(&name);
            // Not opened for appending: Windows then lets nobody shorten the table again.
            let mut file = OpenOptions::new().read(true).write(true).create(true).truncate(false).open(&path)?;
            // The window and a scheduled task may write at once. Where a file system knows no locks, they must not.
            let _ = file.lock();
            let length = file.metadata()?.len();
            if length > 0 && !is_whole(&mut file, length)? {
                continue;
            }
            let line = [cells(message, at)];
            let bytes = if length == 0 { spreadsheet::table(HEADER, line)? } else { spreadsheet::rows(line)? };
            file.seek(SeekFrom::Start(length))?;
            if let Err(error) = file.write_all(&bytes).and_then(|()| file.sync_all()) {
                // Half a line must not stay before the next one.
                let _ = file.set_len(length);
                return Err(error);
            }
            if length == 0 {
                synchronise_names(&path);
            }
            return Ok(receipt(&name, message.id));
        }
        Err(io::ErrorKind::InvalidData.into())
    }
}

fn receipt(name: &str, id: MessageId) -> String {
    format!("{name}, {id}")
}

fn cells(message: &Outgoing, at: DateTime<Local>) -> [String; 4] {
    let number = Phone::from_stored(&message.address, true).display();
    [at.format("%H:%M:%S").to_string(), message.id.to_string(), number, message.body.replace("\r\n", "\n")]
}

/// Whether the table ends with the end of a line.
fn is_whole(file: &mut File, length: u64) -> io::Result<bool> {
    let mut end = [0; 2];
    if length < 2 {
        return Ok(false);
    }
    file.seek(SeekFrom::End(-2)).and_then(|_| file.read_exact(&mut end))?;
    Ok(end == *b"\r\n")
}

#[cfg(test)]
mod tests {
    use chrono::TimeZone as _;

    use super::*;
    use crate::messages::MessagePurpose;

    fn message(id: i64, address: &str, body: &str) -> Outgoing {
        Outgoing {
            id,
            purpose: MessagePurpose::Technical,
            address: address.into(),
            subject: String::new(),
            body: body.into(),
            attempt: 1,
        }
    }

    fn at(hour: u32) -> DateTime<Local> {
        Local.with_ymd_and_hms(2026, 11, 28, hour, 5, 9).unwrap()
    }

    #[test]
    fn a_day_is_one_table_of_inert_cells() {
        let folder = tempfile::tempdir().unwrap();
        let notebook = Notebook::new(&folder.path().to_string_lossy());
        let first = message(1, "+33639981234", "Votre bague; « prête »\r\nà \"midi\"");
        assert_eq!(notebook.add(&first, at(10)).unwrap(), "SMS 2026-11-28.csv, 1");
        notebook.add(&message(2, "+41791234567", "=HYPERLINK(1)"), at(11)).unwrap();
        let text = std::fs::read_to_string(folder.path().join("SMS 2026-11-28.csv")).unwrap();
        assert_eq!(
            text,
            "\u{FEFF}Heure;Envoi;Numéro;Message\r\n\
             10:05:09;1;06 39 98 12 34;\"Votre bague; « prête »\nà \"\"midi\"\"\"\r\n\
             11:05:09;2;'+41 79 123 45 67;'=HYPERLINK(1)\r\n"
        );
    }

    #[test]
    fn lines_written_at_once_are_all_there() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_string_lossy().into_owned();
        let writing: Vec<_> = (0..4)
            .map(|writer| {
                let path = path.clone();
                std::thread::spawn(move || {
                    for line in 0..25 {
                        Notebook::new(&path)
                            .add(&message(writer * 100 + line, "+33639981234", "Prête"), at(10))
                            .unwrap();
                    }
                })
            })
            .collect();
        for thread in writing {
            thread.join().unwrap();
        }
        let text = std::fs::read_to_string(folder.path().join("SMS 2026-11-28.csv")).unwrap();
        let mut lines: Vec<&str> = text.lines().skip(1).collect();
        lines.sort_unstable();
        lines.dedup();
        assert_eq!(lines.len(), 100);
    }

    #[test]
    fn a_table_of_one_byte_is_torn_too() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("SMS 2026-11-28.csv"), [0xEF]).unwrap();
        let notebook = Notebook::new(&folder.path().to_string_lossy());
        assert_eq!(notebook.add(&message(2, "+33639981234", "Prête"), at(11)).unwrap(), "SMS 2026-11-28 (2).csv, 2");
    }

    #[test]
    fn a_table_whose_last_line_is_torn_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("SMS 2026-11-28.csv");
        std::fs::write(&path, "\u{FEFF}Heure;Envoi;Numéro;Message\r\n10:05:09;1;06 39").unwrap();
        let notebook = Notebook::new(&folder.path().to_string_lossy());
        assert_eq!(notebook.add(&message(2, "+33639981234", "Prête"), at(11)).unwrap(), "SMS 2026-11-28 (2).csv, 2");
        assert!(std::fs::read_to_string(&path).unwrap().ends_with("06 39"));
    }
}
