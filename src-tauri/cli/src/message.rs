//! Writing a message to a client: into the outbox, from which `deliver` or the window takes it.

use ecrin_core::Error;
use ecrin_core::consents::{Channel, IndicatorId};
use ecrin_core::messages::{Context, NewMessage, Template};
use ecrin_core::shop::Shop;
use ecrin_core::text::fold;

use crate::arguments::Arguments;
use crate::language::Language;
use crate::{Refusal, answer, file, outbox, typed_values};

/// What may be written.
#[derive(Debug, clap::Args)]
pub(crate) struct Write {
    /// The client's number
    number: i64,
    /// By which channel
    #[arg(long, value_parser = typed_values::written_channel())]
    channel: Channel,
    /// The template: its name, or its number
    #[arg(long, value_name = "T")]
    template: String,
    /// Another context than the template's
    #[arg(long, value_name = "C", value_parser = typed_values::context())]
    context: Option<Context>,
    /// The indicator that the message asks for or confirms; `indicators` lists their codes
    #[arg(long, value_name = "CODE")]
    indicator: Option<String>,
}

pub(crate) fn write(arguments: &Arguments, language: Language, typed: &Write) -> Result<(), Refusal> {
    let mut shop = file::open(arguments)?;
    let template = template(&shop, typed.channel, &typed.template)?;
    let indicator = typed.indicator.as_deref().map(|code| indicator(&shop, code)).transpose()?;
    let new = NewMessage { number: typed.number, template, context: typed.context, indicator };
    let message = shop.queue_message(&new)?.value;
    if arguments.json {
        answer::json(&outbox::flat(&message))?;
        return Ok(());
    }
    outbox::print(language, &[message])
}

/// The template that is meant; a refusal names those that there are.
fn template(shop: &Shop, channel: Channel, meant: &str) -> Result<i64, Refusal> {
    let templates: Vec<Template> =
        shop.templates()?.into_iter().filter(|template| template.text.channel == channel).collect();
    let is_meant = |template: &&Template| fold(&template.text.name) == fold(meant) || template.id.to_string() == meant;
    if let Some(template) = templates.iter().find(is_meant) {
        return Ok(template.id);
    }
    let known: Vec<String> = templates.into_iter().map(|template| format!("« {} »", template.text.name)).collect();
    Err(Refusal::Possible(Error::TemplateNotFound, known.join(", ")))
}

fn indicator(shop: &Shop, code: &str) -> Result<IndicatorId, Refusal> {
    let open: Vec<_> = (shop.consent_setup()?.indicators.into_iter().map(|setup| setup.indicator))
        .filter(|indicator| indicator.archived_at.is_none())
        .collect();
    if let Some(indicator) = open.iter().find(|indicator| indicator.code.eq_ignore_ascii_case(code)) {
        return Ok(indicator.id);
    }
    let codes: Vec<&str> = open.iter().map(|indicator| indicator.code.as_str()).collect();
    Err(Refusal::Possible(Error::IndicatorNotFound, codes.join(", ")))
}
