//! The templates of a shop, from outside the core.

use ecrin_core::Error;
use ecrin_core::consents::Channel;
use ecrin_core::messages::{Context, MessagePurpose, NewTemplate};
use ecrin_core_tests::TestShop;

use Channel::{Mail, Sms};

fn ready(body: &str) -> NewTemplate {
    NewTemplate {
        channel: Sms,
        name: "Montre prête".into(),
        context: Context::Repairs,
        purpose: MessagePurpose::Technical,
        asks: false,
        subject: String::new(),
        body: body.into(),
    }
}

#[test]
fn a_template_is_added_saved_and_removed_and_each_is_journalled_once() {
    let mut shop = TestShop::at("2026-11-24T11:00");
    let added = shop.shop().create_template(&ready("{boutique} : votre montre est prete.")).unwrap();
    assert!(added.changes.messages);
    let added = added.value;
    assert_eq!((added.id, added.rgpd_default), (13, false));
    let taken = shop.shop().create_template(&NewTemplate { name: "MONTRE PRETE".into(), ..ready("x") });
    assert!(matches!(taken, Err(Error::NameTaken)));
    assert!(shop.shop().create_template(&NewTemplate { channel: Mail, subject: "x".into(), ..ready("x") }).is_ok());

    let longer = ready("{boutique} : votre montre vous attend.");
    let saved = shop.shop().save_template(added.id, &longer).unwrap().value;
    assert_eq!(saved.text, longer);
    let other_channel = NewTemplate { channel: Mail, subject: "x".into(), ..longer.clone() };
    assert!(matches!(shop.shop().save_template(added.id, &other_channel), Err(Error::TemplateUnsuited)));
    let unchanged = shop.shop().save_template(added.id, &longer).unwrap();
    assert!(!unchanged.changes.messages, "saving what has not changed writes nothing");
    shop.shop().remove_template(added.id).unwrap();
    assert!(matches!(shop.shop().remove_template(added.id), Err(Error::TemplateNotFound)));
    shop.reopen();
    assert!(shop.shop().templates().unwrap().iter().all(|template| template.id != added.id));
}

#[test]
fn a_wrong_field_is_refused_with_its_name_and_nothing_is_kept() {
    let mut shop = TestShop::at("2026-11-24T11:00");
    let before = shop.shop().templates().unwrap();
    let unknown = shop.shop().create_template(&ready("Bonjour {pointure}"));
    assert!(matches!(unknown, Err(Error::FieldUnknown(field)) if field == "pointure"));
    assert!(matches!(shop.shop().create_template(&ready("Bonjour {nom")), Err(Error::TemplateMalformed)));
    assert_eq!(shop.shop().templates().unwrap(), before);
}

#[test]
fn one_template_a_channel_is_the_rgpd_default() {
    let mut shop = TestShop::at("2026-11-24T11:00");
    let defaults = |shop: &mut TestShop| -> Vec<(Channel, String)> {
        let templates = shop.shop().templates().unwrap().into_iter().filter(|template| template.rgpd_default);
        templates.map(|template| (template.text.channel, template.text.name)).collect()
    };
    let (rights, request, ready) = ("Vos droits et vos choix", "Confirmation d’accord", "Votre réparation est prête");
    assert_eq!(defaults(&mut shop), [(Sms, request.into()), (Mail, request.into())]);
    let (rights_id, ready_id) = (shop.template(Sms, rights), shop.template(Sms, ready));
    shop.shop().set_rgpd_default(rights_id).unwrap();
    assert_eq!(defaults(&mut shop), [(Sms, rights.into()), (Mail, request.into())]);
    assert!(matches!(shop.shop().set_rgpd_default(ready_id), Err(Error::TemplateUnsuited)));
    let text = shop.shop().templates().unwrap().into_iter().find(|template| template.id == rights_id).unwrap().text;
    let technical = NewTemplate { context: Context::Repairs, purpose: MessagePurpose::Technical, ..text };
    shop.shop().save_template(rights_id, &technical).unwrap();
    assert_eq!(defaults(&mut shop), [(Mail, request.to_owned())], "no longer about rights, no longer proposed");
}

#[test]
fn templates_are_put_in_the_shop_s_order() {
    let mut shop = TestShop::at("2026-11-24T11:00");
    shop.shop().order_templates(&[5, 4]).unwrap();
    let order: Vec<i64> = shop.shop().templates().unwrap().iter().map(|template| template.id).collect();
    assert_eq!(order, [5, 4, 1, 2, 3, 6, 7, 8, 9, 10, 11, 12]);
}
