//! What may be typed.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::builder::{PathBufValueParser, TypedValueParser};
use clap::error::ErrorKind;
use clap::{CommandFactory, Parser, Subcommand};
use ecrin_core::clients::ContactType;
use ecrin_core::messages::MessageState;

use crate::campaign::Start;
use crate::decide::Decide;
use crate::export::Export;
use crate::language::Language;
use crate::may_contact::MayContact;
use crate::message::Write;
use crate::movements::Remind;
use crate::offers::Create;
use crate::replies::Replies;
use crate::subscriptions::{Subscribe, Terminate};
use crate::typed_values::{self, AttestationFile};

/// Écrin from a terminal: the client file that a shop can prove.
#[derive(Debug, Parser)]
#[command(name = "ecrin-cli", version, about, disable_help_subcommand = true)]
pub(crate) struct Arguments {
    /// The shop file (.ecrin)
    #[arg(long = "file", short = 'f', value_name = "F", global = true)]
    named_file: Option<PathBuf>,
    #[arg(skip)]
    pub(crate) file: PathBuf,
    /// Print JSON only
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Read the passphrase from the first line of this file rather than from ECRIN_PASSPHRASE
    #[arg(long, value_name = "FILE", global = true)]
    pub(crate) passphrase_file: Option<PathBuf>,
    /// The manager code, where the file has one, for what needs it; rather than ECRIN_MANAGER_CODE
    #[arg(long, value_name = "CODE", global = true)]
    pub(crate) manager_code: Option<String>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

impl Arguments {
    /// What was typed; ends the program with exit code 2 if it makes no sense. `--file` may stand anywhere, so that clap
    /// cannot require it itself.
    pub(crate) fn typed() -> Arguments {
        let mut arguments = Arguments::parse();
        match arguments.named_file.take() {
            Some(file) if !file.as_os_str().is_empty() => arguments.file = file,
            _ => Arguments::command().error(ErrorKind::MissingRequiredArgument, "--file F is required").exit(),
        }
        if let Command::Decide(decide) = &arguments.command
            && let Some((kind, why)) = decide.misuse()
        {
            Arguments::command().error(kind, why).exit();
        }
        arguments
    }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make a new shop file
    Create {
        /// The shop's name
        #[arg(long, default_value = "Boutique")]
        name: String,
    },
    /// Make a demonstration file of fictional clients (or fill an empty one)
    Demo {
        /// How many
        #[arg(long, default_value_t = 500)]
        clients: u64,
        /// The same seed gives the same clients
        #[arg(long, default_value_t = 19_200)]
        seed: u64,
    },
    /// Import a CSV or XLSX table of clients
    Import {
        /// The table
        table: PathBuf,
        /// Where rejected rows go, each with its reason (default: beside the table)
        #[arg(long, value_name = "OUT.csv")]
        rejects: Option<PathBuf>,
        /// Go through everything and write nothing in the shop
        #[arg(long)]
        dry_run: bool,
    },
    /// Find clients
    Search {
        /// Names, company, town, postcode, telephone, e-mail, number, in any order
        #[arg(required_unless_present = "batch")]
        text: Option<String>,
        /// One query a line, answered by one line of JSON each
        #[arg(long, value_name = "QUERIES.txt", conflicts_with = "text")]
        batch: Option<PathBuf>,
        /// Show inactive clients too
        #[arg(long)]
        inactive: bool,
        /// At most so many clients (1 to 200)
        #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=200))]
        limit: u32,
    },
    /// List the imports that brought clients, the newest first
    Imports,
    /// Take back an import: the clients that it brought and that nobody touched since are removed
    UndoImport {
        /// The import's number, which `imports` tells
        id: i64,
        /// Say what would be done and write nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// List probable duplicates of the whole file, the surest first
    Duplicates {
        /// At most so many pairs (1 to 200)
        #[arg(long, default_value_t = 50, value_parser = clap::value_parser!(u32).range(1..=200))]
        limit: u32,
        /// Go on after so many pairs
        #[arg(long, value_name = "N", default_value_t = 0)]
        after: u32,
    },
    /// Make one record of two: the second goes into the first; the most restrictive answers hold
    Merge {
        /// The number of the record that stays
        kept: i64,
        /// The number of the record that goes into it
        merged: i64,
        /// Say what would be done and write nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Print what the labels of a client's record say
    Labels {
        /// The client's number
        number: i64,
    },
    /// Print a client's record
    Show {
        /// The client's number
        number: i64,
    },
    /// Mark a client « Inactif »
    SetInactive {
        /// The client's number
        number: i64,
        /// Why
        #[arg(long, default_value = "")]
        reason: String,
    },
    /// Mark a client active again
    SetActive {
        /// The client's number
        number: i64,
    },
    /// Restrict the processing of a client's data (GDPR art. 18): kept, and not used
    Restrict {
        /// The client's number
        number: i64,
    },
    /// Lift the restriction
    Unrestrict {
        /// The client's number
        number: i64,
    },
    /// Record what a client answered: a grant, a refusal, a withdrawal
    Decide(Decide),
    /// Print where a client stands, and the history of their answers
    Consents {
        /// The client's number
        number: i64,
    },
    /// Ask whether a client may be contacted, and why
    MayContact(MayContact),
    /// Write a list for others: as a table, pages, labels, address cards or lines of JSON; those who may not be contacted are left out
    Export(Box<Export>),
    /// List the register of exports, the newest first
    Exports,
    /// List the shop's consent questions with their codes
    Indicators,
    /// Write a piece of evidence to a file
    Evidence {
        /// Its number, which `consents --json` tells
        id: i64,
        /// The file to make; nothing is overwritten
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Export the chain of decisions as lines of JSON, so that others can recompute it
    Chain {
        /// The file to make, or - for the terminal; nothing is overwritten
        #[arg(long, value_name = "FILE")]
        out: PathBuf,
    },
    /// Attest to a client's consents, with the seals and the head of the chain; refused if the chain does not hold
    Attestation {
        /// The client's number
        number: i64,
        /// The file to make: .pdf, or .json by the fields of ISO/IEC TS 27560; nothing is overwritten
        #[arg(long, value_name = "FILE", value_parser = PathBufValueParser::new().try_map(typed_values::attestation_file))]
        out: AttestationFile,
        /// The language of the document (default: the system's)
        #[arg(long)]
        language: Option<Language>,
    },
    /// Print a day's decisions with the head of the chain; refused if the chain does not hold
    DailyList {
        /// Which day by this computer, such as 2018-09-18 (default: today)
        #[arg(long, value_name = "D", value_parser = typed_values::past_day)]
        day: Option<NaiveDate>,
        /// The file to make, a .pdf; nothing is overwritten
        #[arg(long, value_name = "FILE", value_parser = PathBufValueParser::new().try_map(typed_values::pdf_file))]
        out: PathBuf,
        /// The language of the document (default: the system's)
        #[arg(long)]
        language: Option<Language>,
    },
    /// Write a message to a client into the outbox
    Message(Write),
    /// Write a template to the clients of a saved list who may be written to
    Campaign(Start),
    /// List what a client bought, brought to be repaired and left, the newest first
    Movements {
        /// The client's number
        number: i64,
    },
    /// Tell clients that their repair is ready: who would be told, and how; with --send, write the messages
    RepairReminders(Remind),
    /// List the outbox, the newest first
    Outbox {
        /// Only messages in this state
        #[arg(long, value_name = "S", value_parser = typed_values::message_state())]
        state: Option<MessageState>,
    },
    /// Send what is due, and what becomes due until nothing waits any more
    Deliver {
        /// End as soon as nothing is due, for scheduled tasks
        #[arg(long)]
        once: bool,
    },
    /// Replies of clients by SMS
    #[command(subcommand)]
    Replies(Replies),
    /// List what is offered, with its numbers and prices
    Offers,
    /// Make an offer with its tariff
    Offer(Create),
    /// Subscribe a client: their deliveries are planned and whoever pays is invoiced
    Subscribe(Subscribe),
    /// End a subscription before its end
    Terminate(Terminate),
    /// List the subscriptions that end and were not renewed
    Renewals {
        /// From this day on (default: today)
        #[arg(long, value_name = "D", value_parser = typed_values::day)]
        from: Option<NaiveDate>,
        /// Up to this day, such as 2026-09-18
        #[arg(long, value_name = "D", value_parser = typed_values::day)]
        until: NaiveDate,
    },
    /// List the invoices that are not paid yet, the oldest first
    Unpaid {
        /// Issued at least so many days ago
        #[arg(long = "older-than", value_name = "DAYS", default_value_t = 0)]
        days: u32,
    },
    /// Change a client's type of contact; refused where it does not fit what they hold
    Type {
        /// The client's number
        number: i64,
        /// The type
        #[arg(long = "set", value_name = "T", value_parser = typed_values::contact_type())]
        to: ContactType,
    },
    /// Check the whole file: pages, references, search words, counts, the chain of decisions
    Verify {
        /// A chain head from a printed attestation or list, which must be in the chain
        #[arg(long, value_name = "HEX", value_parser = typed_values::seal)]
        head: Option<String>,
    },
    /// Write a verified copy into a folder
    Backup {
        /// An existing folder
        folder: PathBuf,
    },
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_file_has_a_short_name() {
        let typed = Arguments::try_parse_from(["ecrin-cli", "-f", "boutique.ecrin", "verify"]).unwrap();
        assert_eq!(typed.named_file, Some("boutique.ecrin".into()));
    }
}
