//! Campaigns, « Sélection clients »: a list and a template, whoever may be written to, once each, whatever happens in between.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::collections::BTreeSet;
use std::time::{Duration, Instant};

use ecrin_core::Error;
use ecrin_core::clients::ClientNumber;
use ecrin_core::consents::{Audience, Channel, Kind, NewIndicator, Purpose};
use ecrin_core::contact::Reason;
use ecrin_core::lists::{Condition, ListField, ListQuery, ListSort, Operator};
use ecrin_core::messages::{
    Campaign, CampaignId, CampaignRequest, CampaignState, Context, FailedBecause, MessageRequest, MessageState,
    NewCampaign,
};
use ecrin_core_tests::TestShop;
use ecrin_core_tests::counter::Counter;
use ecrin_core_tests::messages::{Folder, deliverer};
use serde_json::json;

/// Tuesday noon in France.
const NOON: &str = "2026-11-24T11:00";

fn everybody() -> ListQuery {
    ListQuery {
        conditions: Vec::new(),
        any: false,
        include_inactive: true,
        contact: None,
        columns: vec![ListField::Number],
        sort: ListSort { by: ListField::Number, descending: false },
    }
}

/// Laura and Zoé agreed to offers by both channels, Jean refused, Éva was never asked, Paul's number is a land line.
fn shop() -> TestShop {
    let mut shop = TestShop::at(NOON);
    for line in [
        "DUPONT Laura, 19200 USSEL, 06 39 98 71 10, laura@boutique.example",
        "MARTIN Jean, 19200 USSEL, 06 39 98 71 11, jean@boutique.example",
        "L’HERMITE Éva, 75011 PARIS, 06 39 98 71 12, eva@boutique.example",
        "MOREAU Zoé, 19250 MEYMAC, 06 39 98 71 13, zoe@boutique.example",
        "DURAND Paul, 19200 USSEL, 01 99 00 12 34, paul@boutique.example",
    ] {
        shop.client(line);
    }
    for client in [1, 4, 5] {
        for channel in [Channel::Sms, Channel::Mail] {
            shop.grant(client, channel, &[Purpose::Commercial], "Accord écrit");
        }
    }
    shop.refuse(2, Channel::Sms);
    shop.refuse(2, Channel::Mail);
    shop
}

/// Many clients who agreed to offers by mail.
fn crowd(clients: usize) -> TestShop {
    let mut shop = TestShop::at(NOON);
    for number in 1..=clients {
        let client = shop.client(&format!("DUPONT N{number}, 19200 USSEL, , n{number}@boutique.example"));
        shop.grant(client, Channel::Mail, &[Purpose::Commercial], "Accord écrit");
    }
    shop
}

fn request(shop: &mut TestShop, channel: Channel) -> CampaignRequest {
    CampaignRequest { query: everybody(), template: shop.template(channel, "Anniversaire") }
}

fn start(shop: &mut TestShop, channel: Channel) -> CampaignId {
    let request = request(shop, channel);
    shop.shop().start_campaign(&NewCampaign { name: "Fêtes".into(), request }).unwrap().value.id
}

fn write(shop: &mut TestShop) {
    while shop.shop().write_campaigns().unwrap().value {}
}

fn campaign(shop: &mut TestShop, id: CampaignId) -> Campaign {
    shop.shop().campaigns().unwrap().into_iter().find(|campaign| campaign.id == id).unwrap()
}

/// To whom messages were written, the oldest first.
fn written_to(shop: &mut TestShop) -> Vec<ClientNumber> {
    let (mut clients, mut after) = (Vec::new(), None);
    loop {
        let page = shop.shop().messages(&MessageRequest { after, limit: 500, ..MessageRequest::default() }).unwrap();
        clients.extend(page.messages.into_iter().map(|message| message.client));
        after = page.next;
        if after.is_none() {
            clients.reverse();
            return clients;
        }
    }
}

fn assert_once_each(shop: &mut TestShop, clients: usize) {
    let written = written_to(shop);
    assert_eq!(written.iter().collect::<BTreeSet<_>>().len(), clients);
    assert_eq!(written.len(), clients, "nobody twice");
}

#[test]
fn a_campaign_says_before_it_is_sent_who_is_kept_and_why_others_are_not() {
    let mut shop = shop();
    let now = shop.shop().may_contact(1, Channel::Sms, Purpose::Commercial, None).unwrap();
    assert!(now.allowed, "an hour at which offers may be sent");
    let by_sms = request(&mut shop, Channel::Sms);
    let at = ecrin_core::clock::Clock::now(&shop.clock());
    let preview = shop.reader().campaign_preview(&by_sms, at).unwrap();
    let reasons: Vec<_> = preview.reasons.iter().map(|one| (one.reason, one.clients)).collect();
    assert_eq!((preview.kept, preview.excluded), (3, 2));
    assert_eq!(reasons, [(Reason::NeverAsked, 1), (Reason::Refused, 1)]);
    assert_eq!((preview.example, preview.leaves_at), (Some(1), Some(at)));
    assert_eq!(preview.undeliverable, 1, "a land line");
    let longest = preview.longest.unwrap();
    assert_eq!(preview.segments, Some(u64::from(longest.segments) * 2), "two texts of one length");

    let by_mail = request(&mut shop, Channel::Mail);
    let preview = shop.reader().campaign_preview(&by_mail, at).unwrap();
    assert_eq!((preview.kept, preview.excluded, preview.segments), (3, 2, None));
    assert_eq!(written_to(&mut shop), [0; 0], "asking writes nothing");
}

#[test]
fn a_campaign_writes_to_those_who_are_kept_and_ends_when_all_has_left() {
    let mut shop = shop();
    let id = start(&mut shop, Channel::Mail);
    assert_eq!(campaign(&mut shop, id).state, CampaignState::Writing);
    write(&mut shop);
    assert_eq!(written_to(&mut shop), [1, 4, 5]);
    let written = campaign(&mut shop, id);
    assert_eq!((written.state, written.kept, written.excluded), (CampaignState::Sending, 3, 2));
    assert_eq!((written.messages.written, written.messages.waiting), (3, 3));
    let counts = shop.shop().outbox_counts(None).unwrap();
    assert_eq!((counts.selection_waiting, counts.selection), (3, 0), "« Sélection clients ATTENTE »");
    let message = shop.message(1);
    assert_eq!((message.context, message.state), (Context::Selection, MessageState::Pending));
    assert!(message.subject.starts_with("Laura, "), "{}", message.subject);

    let folder = tempfile::tempdir().unwrap();
    shop.deliver(&mut deliverer(folder.path()));
    let done = campaign(&mut shop, id);
    assert_eq!((done.state, done.messages.sent), (CampaignState::Done, 3));
    assert_eq!(Folder(folder.path().to_owned()).arrived(), 3);
    let counts = shop.shop().outbox_counts(None).unwrap();
    assert_eq!((counts.selection_waiting, counts.selection), (0, 3), "« Sélection clients »");
    assert!(!shop.shop().write_campaigns().unwrap().value, "nothing is left to write");
    assert!(matches!(shop.shop().stop_campaign(id), Err(Error::CampaignSettled)));
    assert!(shop.shop().verify().unwrap().is_empty());
}

#[test]
fn the_text_is_that_of_the_start_and_a_land_line_is_said() {
    let mut shop = shop();
    let id = start(&mut shop, Channel::Sms);
    let template = shop.template(Channel::Sms, "Anniversaire");
    shop.shop().remove_template(template).unwrap();
    write(&mut shop);
    assert_eq!(campaign(&mut shop, id).template, "Anniversaire");
    assert_eq!(shop.message_states(), [MessageState::Pending, MessageState::Pending, MessageState::Failed]);
    assert_eq!(campaign(&mut shop, id).messages.trouble, 1);
}

#[test]
fn whoever_takes_their_agreement_back_meanwhile_gets_nothing() {
    let mut shop = shop();
    let id = start(&mut shop, Channel::Mail);
    shop.withdraw(4, Channel::Mail);
    write(&mut shop);
    assert_eq!(written_to(&mut shop), [1, 5], "before it was written: no message");
    shop.withdraw(1, Channel::Mail);
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(shop.deliver(&mut deliverer(folder.path())).sent, 1);
    assert_eq!(shop.message_states(), [MessageState::Blocked, MessageState::Sent], "before it left: blocked");
    let done = campaign(&mut shop, id);
    assert_eq!((done.state, done.messages.blocked, done.messages.sent), (CampaignState::Done, 1, 1));
}

#[test]
fn a_campaign_that_is_killed_while_it_is_written_goes_on_and_writes_to_nobody_twice() {
    let mut shop = crowd(650);
    let mut so_far = 0;
    let id = start(&mut shop, Channel::Mail);
    // Between two chunks, and in the middle of one.
    for pause in [0, 25, 30] {
        let program = env!("CARGO_BIN_EXE_interrupted_campaign");
        let said = shop.killed(program, &[], Duration::from_millis(pause)).is_some();
        let before = so_far;
        so_far = written_to(&mut shop).len();
        let is_kept = if said { so_far >= before + 50 } else { before == 650 };
        assert!(is_kept, "what was said to be written is: {before}, {so_far}");
    }
    write(&mut shop);
    assert_once_each(&mut shop, 650);
    assert_eq!(campaign(&mut shop, id).messages.waiting, 650);
    assert!(shop.shop().verify().unwrap().is_empty());
}

#[test]
fn a_stopped_campaign_sends_nothing_until_it_is_resumed() {
    let mut shop = crowd(450);
    let id = start(&mut shop, Channel::Mail);
    shop.shop().write_campaigns().unwrap();
    assert_eq!(written_to(&mut shop).len(), 200);
    shop.shop().cancel_message(7).unwrap();
    let stopped = shop.shop().stop_campaign(id).unwrap().value;
    assert_eq!((stopped.state, stopped.messages.waiting, stopped.messages.cancelled), (CampaignState::Stopped, 0, 200));
    assert!(!shop.shop().write_campaigns().unwrap().value, "nothing more is written");
    let folder = tempfile::tempdir().unwrap();
    assert_eq!(shop.deliver(&mut deliverer(folder.path())).sent, 0);
    assert!(matches!(shop.shop().stop_campaign(id), Err(Error::CampaignSettled)));

    shop.reopen();
    let resumed = shop.shop().resume_campaign(id).unwrap().value;
    assert_eq!((resumed.state, resumed.messages.waiting), (CampaignState::Writing, 199), "one was cancelled by hand");
    assert!(matches!(shop.shop().resume_campaign(id), Err(Error::CampaignSettled)));
    write(&mut shop);
    assert_once_each(&mut shop, 450);
    assert_eq!(shop.deliver(&mut deliverer(folder.path())).sent, 449);
    let done = campaign(&mut shop, id);
    assert_eq!((done.state, done.messages.sent, done.messages.cancelled), (CampaignState::Done, 449, 1));
}

#[test]
fn what_makes_no_campaign_is_refused_with_its_reason() {
    let mut shop = shop();
    let try_start = |shop: &mut TestShop, name: &str, query: ListQuery, template| {
        let request = CampaignRequest { query, template };
        shop.shop().start_campaign(&NewCampaign { name: name.into(), request }).map(|outcome| outcome.value.id)
    };
    let birthday = shop.template(Channel::Mail, "Anniversaire");
    let repair = shop.template(Channel::Mail, "Votre réparation est prête");
    let rights = shop.template(Channel::Mail, "Vos droits et vos choix");
    for unsuited in [repair, rights] {
        assert!(matches!(try_start(&mut shop, "x", everybody(), unsuited), Err(Error::TemplateUnsuited)));
    }
    assert!(matches!(try_start(&mut shop, " ", everybody(), birthday), Err(Error::NameMissing)));
    assert!(matches!(try_start(&mut shop, "x", everybody(), 99), Err(Error::TemplateNotFound)));
    for client in [1, 4, 5] {
        shop.withdraw(client, Channel::Mail);
    }
    assert!(matches!(try_start(&mut shop, "x", everybody(), birthday), Err(Error::CampaignEmpty)));
    assert!(matches!(shop.shop().stop_campaign(1), Err(Error::CampaignNotFound)));
    assert!(shop.shop().campaigns().unwrap().is_empty());
}

#[test]
fn the_window_starts_a_campaign_and_it_is_written_behind_it() {
    let counter = Counter::with_shop();
    for number in 1..=3 {
        counter.client(&format!("DUPONT N{number}, 19200 USSEL, 06 39 98 71 1{number}"));
    }
    for number in 1..=2 {
        counter.ask(
            "decide",
            json!({
                "number": number, "channel": "sms", "indicators": [2], "answer": "granted",
                "mode": "Accord écrit", "detail": "", "at": null, "wordings": [], "evidence": [], "send": null,
            }),
        );
    }
    let birthday = counter.template("sms", "Anniversaire");
    let request = json!({ "query": everybody(), "template": birthday["id"] });
    let preview = counter.ask("campaign_preview", request.clone());
    assert_eq!((&preview["kept"], &preview["excluded"]), (&json!(2), &json!(1)));
    let mut new = request;
    new["name"] = json!("Fêtes");
    let id = counter.ask("start_campaign", new)["id"].clone();
    let begun = Instant::now();
    let campaign = loop {
        let campaign = counter.ask("campaigns", json!({}))[0].clone();
        if campaign["state"] != "writing" || begun.elapsed() > Duration::from_secs(20) {
            break campaign;
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    assert_eq!((&campaign["state"], &campaign["messages"]["written"]), (&json!("sending"), &json!(2)));
    assert_eq!(counter.ask("stop_campaign", json!({ "id": id }))["state"], "stopped");
    assert_eq!(counter.ask("resume_campaign", json!({ "id": id }))["messages"]["waiting"], 2);
}

#[test]
fn a_campaign_accounts_for_everybody_whom_it_kept() {
    let mut shop = shop();
    let template = shop.template(Channel::Mail, "Anniversaire");
    let mut text = shop.shop().templates().unwrap().into_iter().find(|other| other.id == template).unwrap().text;
    // Nobody has a company, and so nobody a text.
    (text.name, text.body) = ("Vide".into(), "{société}".into());
    let template = shop.shop().create_template(&text).unwrap().value.id;
    let request = CampaignRequest { query: everybody(), template };
    let id = shop.shop().start_campaign(&NewCampaign { name: "Vide".into(), request }).unwrap().value.id;
    write(&mut shop);
    let done = campaign(&mut shop, id);
    assert_eq!((done.kept, done.messages.written, done.messages.trouble), (3, 3, 3));
    let told = shop.message(1);
    assert_eq!((told.state, told.failed_because), (MessageState::Failed, Some(FailedBecause::Text)));
}

#[test]
fn a_campaign_whose_list_is_gone_says_so_and_one_that_somebody_stopped_does_not() {
    let mut shop = crowd(3);
    let new = NewIndicator {
        name: "Soldes".into(),
        channel: Channel::Mail,
        purpose: Purpose::Commercial,
        kind: Kind::OptIn,
        audience: Audience::Everyone,
    };
    let sales = shop.shop().create_indicator(&new).unwrap().value;
    let mut request = request(&mut shop, Channel::Mail);
    request.query.conditions =
        vec![Condition { field: ListField::ConsentMode(sales), operator: Operator::Empty, values: Vec::new() }];
    let try_start = |shop: &mut TestShop| {
        let request = request.clone();
        shop.shop().start_campaign(&NewCampaign { name: "Fêtes".into(), request }).unwrap().value.id
    };
    let stopped = try_start(&mut shop);
    shop.shop().stop_campaign(stopped).unwrap();
    assert!(!campaign(&mut shop, stopped).list_gone, "somebody stopped it");
    let gone = try_start(&mut shop);
    shop.shop().remove_indicator(sales).unwrap();
    write(&mut shop);
    let gone = campaign(&mut shop, gone);
    assert_eq!((gone.state, gone.list_gone), (CampaignState::Stopped, true));
}
