//! Making, opening and copying a shop file.

use std::path::Path;

use ecrin_core::clock::SystemClock;
use ecrin_core::demonstration::{DEMONSTRATION_PASSPHRASE, DEMONSTRATION_SHOP_NAME};
use ecrin_core::shop::{NewShop, Shop};
use ecrin_core::{Error, Unlock, identify, passphrase};
use serde_json::json;
use zeroize::Zeroizing;

use crate::arguments::Arguments;
use crate::language::Language;
use crate::{Refusal, answer};

/// Who is written in the journal.
const OPERATOR: &str = "ecrin-cli";

/// The passphrase, from the file or from the environment.
fn secret(arguments: &Arguments) -> Result<Zeroizing<String>, Refusal> {
    if let Some(path) = &arguments.passphrase_file {
        let text = std::fs::read_to_string(path).map_err(Error::from).map_err(Refusal::about(path))?;
        let text = Zeroizing::new(text);
        // Some editors put a mark of their own first.
        let first = text.trim_start_matches('\u{feff}').lines().next().unwrap_or_default();
        return if first.is_empty() { Err(Refusal::NoPassphrase) } else { Ok(Zeroizing::new(first.to_owned())) };
    }
    match std::env::var("ECRIN_PASSPHRASE") {
        Ok(text) if !text.is_empty() => Ok(Zeroizing::new(text)),
        _ => Err(Refusal::NoPassphrase),
    }
}

/// Opens the shop file; a demonstration opens with its public passphrase.
pub(crate) fn open(arguments: &Arguments) -> Result<Shop, Refusal> {
    let identity = identify(&arguments.file).map_err(Refusal::about(&arguments.file))?;
    let mut shop = if identity.demonstration {
        Shop::open(&arguments.file, Unlock::Passphrase(DEMONSTRATION_PASSPHRASE), Box::new(SystemClock))?
    } else {
        Shop::open(&arguments.file, Unlock::Passphrase(&secret(arguments)?), Box::new(SystemClock))?
    };
    shop.act_as(OPERATOR);
    Ok(shop)
}

/// Gives the manager code, where the file has one.
pub(crate) fn manager(arguments: &Arguments, shop: &mut Shop) -> Result<(), Refusal> {
    if !shop.has_manager_code()? {
        return Ok(());
    }
    let typed = arguments.manager_code.clone().or_else(|| std::env::var("ECRIN_MANAGER_CODE").ok());
    let code = Zeroizing::new(typed.filter(|code| !code.is_empty()).ok_or(Error::ManagerCodeNeeded)?);
    Ok(shop.enter_manager_code(&code)?)
}

pub(crate) fn create(arguments: &Arguments, name: &str) -> Result<(), Refusal> {
    let secret = secret(arguments)?;
    if passphrase::weakness(&secret).is_some() {
        let language = Language::of_system();
        eprintln!(
            "ecrin-cli: {}",
            language.pick(
                "attention, phrase de passe faible : douze caractères de quatre sortes, quatorze de trois, ou sept mots",
                "warning, weak passphrase: use twelve characters of four kinds, fourteen of three, or seven words"
            )
        );
    }
    let new = NewShop { name, passphrase: &secret, demonstration: false };
    let shop = Shop::create(&arguments.file, new, Box::new(SystemClock))?;
    said(arguments, &shop, name)
}

pub(crate) fn demo(arguments: &Arguments, clients: u64, seed: u64) -> Result<(), Refusal> {
    let new = NewShop { name: DEMONSTRATION_SHOP_NAME, passphrase: DEMONSTRATION_PASSPHRASE, demonstration: true };
    let made = Shop::create(&arguments.file, new, Box::new(SystemClock));
    let fresh = made.is_ok();
    let mut shop = match made {
        // Fictional people never go among real ones.
        Err(Error::FileExists) => {
            let shop = open(arguments)?;
            if shop.clients()? > 0 {
                return Err(Error::FileExists.into());
            }
            shop
        }
        made => made?,
    };
    shop.act_as(OPERATOR);
    let filled = shop
        .add_fictional_clients(seed, clients, &mut |_| true)
        .and_then(|_| shop.add_fictional_movements(seed))
        .and_then(|()| shop.add_fictional_subscriptions())
        .and_then(|()| shop.add_fictional_lists());
    if let Err(error) = filled {
        if fresh {
            shop.discard();
        }
        return Err(error.into());
    }
    said(arguments, &shop, DEMONSTRATION_SHOP_NAME)
}

fn said(arguments: &Arguments, shop: &Shop, name: &str) -> Result<(), Refusal> {
    let clients = shop.clients()?;
    if arguments.json {
        let path = arguments.file.to_string_lossy();
        answer::json(
            &json!({ "path": path, "shop_name": name, "clients": clients, "demonstration": shop.identity().demonstration }),
        )?;
    } else {
        answer::line(&format!("{} · {name} · {clients}", arguments.file.display()))?;
    }
    Ok(())
}

pub(crate) fn backup(arguments: &Arguments, folder: &Path) -> Result<(), Refusal> {
    let (path, _) = open(arguments)?.back_up(folder)?;
    let bytes = path.metadata().map_err(Error::from)?.len();
    if arguments.json {
        answer::json(&json!({ "path": path.to_string_lossy(), "bytes": bytes }))?;
    } else {
        answer::line(&path.to_string_lossy())?;
    }
    Ok(())
}
