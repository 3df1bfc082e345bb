//! Starting a campaign from a saved list: into the outbox, from which `deliver` or the window takes its messages.

use std::fmt::Write as _;

use chrono::Utc;
use ecrin_core::Error;
use ecrin_core::consents::Channel;
use ecrin_core::lists::SavedList;
use ecrin_core::messages::{CampaignPreview, CampaignRequest, Context, NewCampaign, Template};
use ecrin_core::shop::Shop;
use ecrin_core::text::fold;
use serde_json::{Map, Value, json};

use crate::arguments::Arguments;
use crate::language::Language;
use crate::{Refusal, answer, consent_words, file, typed_values};

/// What may be started.
#[derive(Debug, clap::Args)]
pub(crate) struct Start {
    /// The saved list: its name, or its number
    #[arg(long, value_name = "NAME")]
    list: String,
    /// The template: its name, or its number
    #[arg(long, value_name = "T")]
    template: String,
    /// The template's channel, where templates of both channels have this name
    #[arg(long, value_parser = typed_values::written_channel())]
    channel: Option<Channel>,
    /// The campaign's name (default: the list's)
    #[arg(long)]
    name: Option<String>,
    /// Say to whom and why not, and write nothing
    #[arg(long)]
    dry_run: bool,
}

pub(crate) fn start(arguments: &Arguments, language: Language, typed: &Start) -> Result<(), Refusal> {
    let mut shop = file::open(arguments)?;
    let list = list(&shop, &typed.list)?;
    let request = CampaignRequest { query: list.query, template: template(&shop, typed)? };
    let preview = shop.reader()?.campaign_preview(&request, Utc::now().timestamp_millis())?;
    let mut campaign = None;
    if !typed.dry_run {
        let name = typed.name.clone().unwrap_or(list.name);
        let id = shop.start_campaign(&NewCampaign { name, request })?.value.id;
        while shop.write_campaigns()?.value {}
        campaign = shop.campaigns()?.into_iter().find(|campaign| campaign.id == id);
    }
    let written = campaign.as_ref().map(|campaign| campaign.messages.written);
    if arguments.json {
        let mut flat = flat(&preview);
        flat["campaign"] = campaign.map(|campaign| campaign.id).into();
        flat["written"] = written.into();
        answer::json(&flat)?;
        return Ok(());
    }
    answer::line(&sentence(language, &preview))?;
    if let Some(written) = written {
        let waiting = language.pick("messages dans la boîte d’envoi", "messages in the outbox");
        answer::line(&format!("{written} {waiting}"))?;
    }
    Ok(())
}

fn flat(preview: &CampaignPreview) -> Value {
    let excluded: Map<String, Value> =
        preview.reasons.iter().map(|count| (count.reason.code().to_owned(), count.clients.into())).collect();
    json!({
        "kept": preview.kept,
        "excluded": excluded,
        "undeliverable": preview.undeliverable,
        "segments": preview.segments,
    })
}

/// « 1204 retenus, 312 exclus (jamais demandé : 300, inactif : 12) ».
fn sentence(language: Language, preview: &CampaignPreview) -> String {
    let why: Vec<String> = (preview.reasons.iter())
        .map(|count| {
            let colon = language.pick(" :", ":");
            format!("{}{colon} {}", consent_words::reason(language, count.reason), count.clients)
        })
        .collect();
    let mut sentence = format!(
        "{} {}, {} {}",
        preview.kept,
        language.pick("retenus", "kept"),
        preview.excluded,
        language.pick("exclus", "excluded")
    );
    if !why.is_empty() {
        let _ = write!(sentence, " ({})", why.join(", "));
    }
    if let Some(segments) = preview.segments {
        let _ = write!(sentence, " ; {segments} {}", language.pick("segments de SMS", "SMS segments"));
    }
    sentence
}

/// The list that is meant; a refusal names those that there are.
fn list(shop: &Shop, meant: &str) -> Result<SavedList, Refusal> {
    let lists = shop.saved_lists()?;
    let is_meant = |list: &&SavedList| fold(&list.name) == fold(meant) || list.id.to_string() == meant;
    if let Some(list) = lists.iter().find(is_meant) {
        return Ok(list.clone());
    }
    let known: Vec<String> = lists.into_iter().map(|list| format!("« {} »", list.name)).collect();
    Err(Refusal::Possible(Error::ListNotFound, known.join(", ")))
}

/// The template that is meant, among those for many clients.
fn template(shop: &Shop, typed: &Start) -> Result<i64, Refusal> {
    let templates: Vec<Template> = (shop.templates()?.into_iter())
        .filter(|template| template.text.context == Context::Selection)
        .filter(|template| typed.channel.is_none_or(|channel| template.text.channel == channel))
        .collect();
    let is_meant = |template: &&Template| {
        fold(&template.text.name) == fold(&typed.template) || template.id.to_string() == typed.template
    };
    let meant: Vec<&Template> = templates.iter().filter(is_meant).collect();
    if let [template] = meant.as_slice() {
        return Ok(template.id);
    }
    let known: Vec<String> = (if meant.is_empty() { templates.iter().collect() } else { meant }.into_iter())
        .map(|template| {
            format!("{} « {} » (--channel {})", template.id, template.text.name, template.text.channel.code())
        })
        .collect();
    Err(Refusal::Possible(Error::TemplateNotFound, known.join(", ")))
}
