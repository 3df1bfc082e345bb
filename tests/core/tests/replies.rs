//! Tables of replies as gateways let them be downloaded: every row comes out, whatever the table looks like.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use ecrin_core::messages::replies::{Replies, ReplyMeaning, read};
use ecrin_core::{Error, Result};

fn table(bytes: &[u8]) -> Result<Replies> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("reponses.csv");
    std::fs::write(&path, bytes).unwrap();
    read(&path)
}

fn lines(replies: &Replies) -> Vec<String> {
    let day = |at: i64| chrono::DateTime::from_timestamp_millis(at).unwrap().format("%Y-%m-%d").to_string();
    let replies = replies.replies.iter();
    replies
        .map(|reply| {
            let at = reply.at.map_or_else(|| "-".to_owned(), day);
            format!("{} {} {} {at} {:?}", reply.line, reply.number, reply.text, reply.meaning)
        })
        .collect()
}

#[test]
fn the_usual_names_of_columns_are_known() {
    let expected = ["2 +33639981234 STOP 2026-11-28 Stop", "3 +33639985678 Merci 2026-11-27 Harmless"];
    for (header, separator) in [
        ("Numéro;Message;Date", ";"),
        ("Expéditeur;Contenu;Date de réception", ";"),
        ("from,text,received at", ","),
        ("MSISDN\tReply\tTimestamp", "\t"),
        ("N° émetteur;Texte;Reçu le", ";"),
        ("sender|body|date/heure", "|"),
    ] {
        let rows = [["0639981234", "STOP", "28/11/2026"], ["06 39 98 56 78", "Merci", "2026-11-27"]];
        let rows = rows.map(|row| row.join(separator)).join("\n");
        let replies = table(format!("{header}\n{rows}\n").as_bytes()).unwrap();
        assert_eq!(lines(&replies), expected, "{header}");
        assert!(replies.unread.is_empty());
    }
}

#[test]
fn a_title_above_other_columns_and_other_encodings_are_no_obstacle() {
    let text = "Export des réponses\n\nId;Numéro court;Expéditeur;Date;Heure;Message\n\
                7;36180;+33639981234;28/11/2026;10:15;\"Désinscription; merci\"\n";
    let bytes = encoding_rs::WINDOWS_1252.encode(text).0;
    let replies = table(&bytes).unwrap();
    assert_eq!(lines(&replies), ["4 +33639981234 Désinscription; merci 2026-11-28 Stop"]);
    let with_mark = table(format!("\u{FEFF}{text}").as_bytes()).unwrap();
    assert_eq!(lines(&with_mark), lines(&replies));
}

#[test]
fn the_column_of_the_clients_is_told_from_that_of_the_gateway() {
    let replies = table(b"sender;contact;message;date\n36180;0639981234;stop;2026-11-28\n").unwrap();
    assert_eq!(lines(&replies), ["2 +33639981234 stop 2026-11-28 Stop"]);
}

#[test]
fn numbers_are_read_in_every_form_that_tables_give_them() {
    for typed in
        ["33639981234", "+33 6 39 98 12 34", "0033639981234", "639981234", "'+33639981234", "=\"+33639981234\""]
    {
        let cell = if typed.contains('"') { format!("\"{}\"", typed.replace('"', "\"\"")) } else { typed.to_owned() };
        let replies = table(format!("from;message;date\n{cell};stop;2026-11-28\n").as_bytes()).unwrap();
        assert_eq!(lines(&replies), ["2 +33639981234 stop 2026-11-28 Stop"], "{typed}");
    }
}

#[test]
fn no_row_is_lost_and_a_stop_without_a_readable_number_is_shown() {
    let text = "from;message;date\n\
                36180;STOP;2026-11-28\n\
                3,36E+10;Merci;2026-11-28\n\
                \n\
                0639981234;;2026-11-28\n\
                0639981234;STOP;hier\n\
                0639981234;\"STOP;2026-11-28\n";
    let replies = table(text.as_bytes()).unwrap();
    assert_eq!(lines(&replies), ["5 +33639981234  2026-11-28 Harmless", "6 +33639981234 STOP - Stop"]);
    let unread: Vec<(u64, &str, ReplyMeaning)> =
        replies.unread.iter().map(|unread| (unread.line, unread.number.as_str(), unread.meaning)).collect();
    assert_eq!(unread[..2], [(2, "36180", ReplyMeaning::Stop), (3, "3,36E+10", ReplyMeaning::Harmless)]);
    assert_eq!(unread.len(), 3, "the broken row is there too: {unread:?}");
    assert_eq!(replies.unread[0].text, "STOP");
    let broken = table(b"from;message;date\n0639981234;stop;2026-11-28\n0639985678;\"Merci;2026-11-28\n").unwrap();
    assert_eq!(broken.unread[0].meaning, ReplyMeaning::Doubtful, "what a broken row says is not sure");
}

#[test]
fn a_reply_is_recognised_when_it_is_read_again_in_a_longer_table() {
    let header = "from;message;date\n";
    let first = "0639981234;STOP;2026-11-28 10:15:00\n";
    let second = "0639985678;STOP;2026-11-28 10:16:00\n";
    let again = "0639981234;STOP;2026-12-01 09:00:00\n";
    let digests = |rows: &[&str]| -> Vec<[u8; 32]> {
        let replies = table(format!("{header}{}", rows.concat()).as_bytes()).unwrap();
        replies.replies.iter().map(|reply| reply.digest).collect()
    };
    let (short, long) = (digests(&[first]), digests(&[second, first, again]));
    assert_eq!(short[0], long[1]);
    assert_ne!(long[0], long[1]);
    assert_ne!(long[1], long[2], "the same word on another day is another reply");
}

#[test]
fn two_stops_of_a_day_are_two_replies_where_the_table_tells_no_time() {
    let digests = |rows: &[&str]| -> Vec<[u8; 32]> {
        let replies = table(format!("from;message;date\n{}", rows.concat()).as_bytes()).unwrap();
        replies.replies.iter().map(|reply| reply.digest).collect()
    };
    for day in ["28/11/2026", "2026-11-28 00:00:00", "hier"] {
        let row = format!("0639981234;STOP;{day}\n");
        let (once, twice) = (digests(&[&row]), digests(&[&row, "0639985678;STOP;28/11/2026\n", &row]));
        assert_eq!(once[0], twice[0], "{day}");
        assert_ne!(twice[0], twice[2], "{day}");
        assert_eq!(twice, digests(&[&row, "0639985678;STOP;28/11/2026\n", &row]), "{day}");
    }
    let row = "0639981234;STOP;2026-11-28 10:15:00\n";
    let twice = digests(&[row, row]);
    assert_eq!(twice[0], twice[1], "one reply, which the table holds twice");
}

#[test]
fn without_dates_the_same_table_is_recognised_and_another_one_is_not() {
    let digest = |text: &str| table(text.as_bytes()).unwrap().replies[0].digest;
    let november = "from;message\n0639981234;STOP\n";
    let december = "from;message\n0639981234;STOP\n0639985678;STOP\n";
    assert_eq!(digest(november), digest(november));
    assert_ne!(digest(november), digest(december));
}

#[test]
fn seconds_since_1970_are_a_date_too() {
    for at in ["1795860000", "1795860000000"] {
        let replies = table(format!("from;message;timestamp\n0639981234;ok;{at}\n").as_bytes()).unwrap();
        assert_eq!(replies.replies[0].at, Some(1_795_860_000_000), "{at}");
    }
}

#[test]
fn a_table_that_holds_no_replies_says_what_is_missing() {
    assert!(matches!(table(b"nom;ville\nDupont;Vannes\n"), Err(Error::RepliesNoNumber)));
    assert!(matches!(table(b"numero;ville\n0639981234;Vannes\n"), Err(Error::RepliesNoText)));
    assert!(matches!(table(b"  \n"), Err(Error::ImportEmpty)));
    assert!(matches!(table(b"%PDF-1.7\n"), Err(Error::ImportNotATable)));
}

#[test]
fn what_is_shown_in_a_log_is_nobody_s() {
    let replies = table(b"from;message;date\n0639981234;STOP Dupont;2026-11-28\n").unwrap();
    let shown = format!("{:?}", replies.replies);
    assert!(!shown.contains("0639981234") && !shown.contains("33639981234") && !shown.contains("Dupont"), "{shown}");
}
