//! The wire in TypeScript, written from the same table that routes the calls.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use ts_rs::{Config, TS, TypeVisitor};

use super::{ApiError, Launch, Progress, command_types};
use crate::Changes;
use crate::labels::BankFault;
use crate::messages::mail::MailFault;
use crate::messages::sms::SmsFault;
use crate::movements::MovementProblem;

/// Collects a type and everything that it mentions.
pub(super) struct Declarations<'a> {
    config: &'a Config,
    by_name: BTreeMap<String, String>,
}

impl Declarations<'_> {
    /// Adds a type, whatever list or option it is wrapped in, and everything that it mentions.
    pub(super) fn root<T: TS + 'static + ?Sized>(&mut self) {
        self.visit::<T>();
        T::visit_generics(self);
        T::visit_dependencies(self);
    }
}

impl TypeVisitor for Declarations<'_> {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if T::output_path().is_some() && self.by_name.insert(T::ident(self.config), T::decl(self.config)).is_none() {
            T::visit_generics(self);
            T::visit_dependencies(self);
        }
    }
}

/// The content of `ui/src/lib/api/bindings.ts`.
pub fn typescript() -> String {
    let config = Config::new().with_large_int("number");
    let mut declarations = Declarations { config: &config, by_name: BTreeMap::new() };
    super::visit_command_types(&mut declarations);
    declarations.root::<Changes>();
    declarations.root::<Launch>();
    declarations.root::<Progress>();
    declarations.root::<ApiError>();
    // What `carrier_invalid` and `bank_account_invalid` name.
    declarations.root::<MailFault>();
    declarations.root::<SmsFault>();
    declarations.root::<BankFault>();
    // What `movement_invalid` names.
    declarations.root::<MovementProblem>();
    let mut text = String::from(
        "// Written from the table of commands in src-tauri/core/src/api; `cargo xtask bindings` writes it again. Do not edit.\n\n",
    );
    for declaration in declarations.by_name.values() {
        text.push_str("export ");
        text.push_str(declaration);
        text.push('\n');
    }
    text.push_str("\n/** Every command: its request and its answer. */\nexport interface Commands {\n");
    for (name, request, answer) in command_types(&config) {
        let _ = writeln!(text, "  {name}: [{request}, {answer}]");
    }
    text.push_str("}\n");
    text
}
