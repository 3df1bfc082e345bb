//! What is offered: listed, and added to.

use ecrin_core::money;
use ecrin_core::subscriptions::{Medium, NewOffer, NewTariff, OfferWords};

use crate::arguments::Arguments;
use crate::language::Language;
use crate::{Refusal, answer, file, typed_values};

/// A new offer as it is typed.
#[derive(Debug, clap::Args)]
pub(crate) struct Create {
    /// What it is called
    #[arg(long = "create", value_name = "NAME")]
    name: String,
    /// For one copy and one term, tax included: cents (4900), or euros with their cents (49.00); 0 is free
    #[arg(long, value_name = "P", value_parser = typed_values::price)]
    price: i64,
    /// How long a term is
    #[arg(long, value_name = "N")]
    months: u32,
    /// How many issues it has (0: nothing is delivered)
    #[arg(long, value_name = "N")]
    issues: u32,
    /// How it is read
    #[arg(long, default_value = "print", value_parser = typed_values::medium())]
    medium: Medium,
    /// The rate of its tax in per cent, such as 2.1 (the press) or 20
    #[arg(long, value_name = "R", default_value = "2.1", value_parser = typed_values::rate)]
    vat: i64,
    /// How many people may use its digital part by their e-mail
    #[arg(long, value_name = "N", default_value_t = 0)]
    beneficiaries: u32,
    /// The first day on which it is sold (default: today)
    #[arg(long, value_name = "D", value_parser = typed_values::day)]
    from: Option<chrono::NaiveDate>,
}

pub(crate) fn create(arguments: &Arguments, language: Language, typed: &Create) -> Result<(), Refusal> {
    let mut shop = file::open(arguments)?;
    file::manager(arguments, &mut shop)?;
    let Create { price, months, issues, medium, vat, beneficiaries, from, .. } = *typed;
    let new = NewOffer {
        offer: OfferWords { name: typed.name.clone(), medium, beneficiaries },
        tariff: NewTariff { price, vat, months, issues, effective_from: from },
    };
    let made = shop.create_offer(&new)?.value;
    if arguments.json {
        answer::json(&serde_json::to_value(&made).unwrap_or_default())?;
    } else {
        answer::line(&format!("{} {} · {}", language.pick("offre", "offer"), made.id, made.offer.name))?;
    }
    Ok(())
}

pub(crate) fn list(arguments: &Arguments, language: Language) -> Result<(), Refusal> {
    let all = file::open(arguments)?.offers()?;
    if arguments.json {
        answer::json(&serde_json::to_value(&all).unwrap_or_default())?;
        return Ok(());
    }
    let lines: Vec<[String; 5]> = (all.offers.iter())
        .map(|offer| {
            let price = offer.current.map(|tariff| money::in_words(tariff.price, language.of_documents()));
            let term = offer.current.map(|tariff| format!("{} {}", tariff.months, language.pick("mois", "months")));
            let archived = if offer.archived { language.pick("archivée", "archived") } else { "" };
            [
                offer.id.to_string(),
                offer.offer.name.clone(),
                price.unwrap_or_default(),
                term.unwrap_or_default(),
                archived.to_owned(),
            ]
        })
        .collect();
    answer::table(&lines)?;
    Ok(())
}
