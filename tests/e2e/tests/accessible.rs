//! Every screen judged by axe, in light and dark, in French and English. Each has a picture.

use std::{fs, path::Path};

use ecrin_e2e_tests::{PASSPHRASE, Window, scenario};

/// The words on the screen.
#[derive(Clone, Copy)]
struct Language {
    french: bool,
}

impl Language {
    fn say(self, french: &'static str, english: &'static str) -> &'static str {
        if self.french { french } else { english }
    }
}

/// Goes through every screen and has each judged.
fn every_screen(name: &str, language: Language, theme: &str) {
    scenario(name, async |stage| {
        stage.home.prefer(language.say("fr", "en"), theme);
        let file = stage.shop();
        let window = stage.open(&[]).await;
        starting(&window, language, &file).await;
        searching(&window, language).await;
        agreeing(&window, language).await;
        writing(&window, language).await;
        reading_and_changing(&window, language).await;
        administering(&window, language).await;
        listing(&window, language).await;
        keeping_order(&window, language).await;
        importing(&window, language, &stage.home.document("clients-2000.csv")).await;
        window.quit().await;
    });
}

async fn starting(window: &Window, language: Language, file: &Path) {
    let say = |french, english| language.say(french, english);
    let (back, path, phrase) =
        (say("Retour", "Back"), say("Chemin du fichier", "Path of the file"), say("Phrase de passe", "Passphrase"));
    window.see(say("Pour commencer", "To begin")).await.judge("start").await;
    window.click(say("Créer un fichier clients", "Create a client file")).await;
    window.see_control(say("Nom de la boutique", "Shop name")).await.judge("create").await;
    window.click(say("Créer le fichier", "Create the file")).await;
    window.see(say("Indiquez le nom", "Enter the shop’s name")).await.judge("create refused").await;
    window.click(back).await.click(say("Importer des clients", "Import clients")).await.see_control(path).await;
    window.judge("choose a table").await.click(back).await;
    window.click(say("Ouvrir un fichier existant", "Open an existing file")).await;
    window.fill(path, "/absent.ecrin").await.press("Enter").await;
    window.see(say("introuvable", "cannot be found")).await.judge("file missing").await;
    window.fill(path, &file.display().to_string()).await.press("Enter").await;
    window.fill(phrase, "perle").await.press("Enter").await;
    window.see(say("Verr. Maj", "Caps Lock")).await.judge("wrong passphrase").await;
    window.fill(phrase, PASSPHRASE).await.press("Enter").await;
    window.see(say("dans le fichier", "in the file")).await.judge("search").await;
}

async fn searching(window: &Window, language: Language) {
    let say = |french, english| language.say(french, english);
    let field = say("Rechercher un client", "Search for a client");
    window.fill(field, "mar").await.see(say("pour « mar »", "for “mar”")).await.judge("results").await;
    window.click(say("Afficher les inactifs", "Show inactive")).await.judge("inactive shown").await;
    window.fill(field, "zzzzq").await;
    window.see_control(say("Créer la fiche", "Create the record")).await.judge("nothing found").await;
    window.click(say("Préférences", "Preferences")).await.judge("preferences").await.press("Escape").await;
    window.click(say("Fichier clients", "Client file")).await.judge("file menu").await.press("Escape").await;
    window.click(say("Opérateur", "Operator")).await.judge("operators").await.press("Escape").await;
    window.fill(field, "loe").await.see("LŒUILLET").await.press("Enter").await;
}

async fn agreeing(window: &Window, language: Language) {
    let say = |french, english| language.say(french, english);
    window.press("Ctrl+2").await.see(say("Mouvements", "Movements")).await.judge("movements").await;
    window.press("Ctrl+3").await.see(say("Historique des autorisations", "History")).await.judge("consents").await;
    window.click("Envoi de SMS commerciaux").await;
    window.see(say("Comment avez-vous obtenu", "How did")).await.press("2").await.judge("agreement").await;
    let sending = say("Envoyer directement au client", "Send directly to the client");
    window.click(sending).await.see("LŒUILLET").await.see_control("Confirmation d’accord").await;
    window.judge("agreement and its confirmation").await.click(sending).await;
    // Échap leaves the signature pad, then the dialog.
    window.click("Signature").await.judge("signature").await.press("Escape").await.press("Escape").await;
    window.see_no(say("Comment avez-vous obtenu", "How did you obtain")).await;
    window.click(say("Téléphone Non", "Telephone No")).await.see("L.223-1").await.judge("may I contact").await;
    window.press("Escape").await.press("Ctrl+1").await;
}

/// An SMS to her, which waits since nothing says yet how SMS leave; then all that was written, to her and to everybody.
async fn writing(window: &Window, language: Language) {
    let say = |french, english| language.say(french, english);
    let template = "Vos droits et vos choix";
    window.press("Ctrl+4").await.see(say("Aucun message", "No message")).await.judge("no messages").await;
    window.press("Ctrl+m").await.see_control(template).await.click("SMS").await.click(template).await;
    window.see(say("Information sur ses droits", "Information about rights")).await.judge("new message").await;
    window.click(say("Envoyer", "Send")).await.see_no(say("Aperçu", "Preview")).await;
    window.see(say("1 message en attente", "1 message waiting")).await.judge("messages of a client").await;
    window.click("Messages").await.click("Maison Vaurelle : vous pouvez").await.see(say("Finalité", "Purpose")).await;
    window.judge("messages").await.click(say("Ouvrir la fiche", "Open the record")).await;
}

async fn administering(window: &Window, language: Language) {
    let say = |french, english| language.say(french, english);
    window.press("Alt+5").await.see(say("Chaîne des décisions", "Chain of decisions")).await.judge("register").await;
    window.press("Ctrl+2").await.see(say("Aucun export n’a encore", "Nothing has been exported")).await;
    window.judge("register of exports").await;
    window.press("Alt+6").await.see(say("Identité de la boutique", "Identity of the shop")).await.judge("shop").await;
    window.press("Ctrl+2").await.see(say("Indicateurs de consentement", "Consent indicators")).await;
    window.judge("administration").await;
    window.click(say("Ajouter", "Add")).await.see_control(say("Canal", "Channel")).await.judge("new indicator").await;
    window
        .press("Escape")
        .await
        .press("Ctrl+3")
        .await
        .see(say("Ajouter une formule", "Add an offer"))
        .await
        .judge("tariffs")
        .await;
    window.press("Ctrl+5").await.see(say("Ajouter un code", "Add a code")).await.judge("codes").await;
    window.press("Ctrl+4").await.see("Vos droits et vos choix").await;
    window.choose(say("Les SMS partent", "SMS go"), say("Autre passerelle", "Another gateway")).await;
    window.see_control(say("Réponse qui dit oui", "Answer that means yes")).await.judge("ways of messages").await;
    window.choose(say("Les SMS partent", "SMS go"), say("Pas encore réglé", "Not set up yet")).await;
    window
        .click(say("Nouveau modèle", "New template"))
        .await
        .see_control(say("Insérer un champ", "Insert a field"))
        .await;
    window.judge("template").await.press("Escape").await;
}

async fn listing(window: &Window, language: Language) {
    let say = |french, english| language.say(french, english);
    window.press("Ctrl+6").await.see(say("Aucun code", "No code")).await.judge("security").await;
    let choose = say("Choisir un code…", "Choose a code…");
    window.click(choose).await.see_control(say("Nouveau code", "New code")).await.judge("manager code").await;
    window.press("Escape").await;
    let purpose = say("Finalité de la sélection", "What the list is for");
    window.press("Alt+2").await.see(say("ne peut pas servir", "may not be used")).await.judge("list").await;
    window.choose(purpose, say("SMS commerciaux", "Commercial SMS")).await.see(say("exclus", "left out")).await;
    window.click(say("Ajouter une condition", "Add a condition")).await.click("Client").await.judge("conditions").await;
    window.click(say("Autres colonnes", "Other columns")).await.judge("columns").await;
    window.click(say("Étiquettes", "Labels")).await.judge("labels").await;
    let excluded = say("Clients exclus", "Clients left out");
    window
        .click(say("Voir les exclus", "See who"))
        .await
        .see(excluded)
        .await
        .judge("excluded")
        .await
        .press("Escape")
        .await;
    window
        .click(say("Enregistrer la sélection", "Save the list"))
        .await
        .judge("save a list")
        .await
        .press("Escape")
        .await;
}

async fn reading_and_changing(window: &Window, language: Language) {
    let say = |french, english| language.say(french, english);
    let last_name = say("Nom", "Last name");
    window.see(say("Dernière MAJ de la fiche", "Record last updated")).await.judge("record").await;
    window.press("Ctrl+5").await.see(say("Opérateur", "Operator")).await.judge("journal").await.press("Ctrl+1").await;
    window.press("F2").await.see_focus(last_name).await.judge("editing").await;
    window.fill("Email", "melanie@").await.press("Ctrl+s").await;
    window.see(say("incomplète", "incomplete")).await.judge("refused").await;
    window.press("Escape").await.see(say("non enregistrées", "Unsaved changes")).await.judge("unsaved").await;
    window.click(say("Ne pas enregistrer", "Do not save")).await.see_control(say("Modifier", "Edit")).await;
    window.click(say("Inactif", "Inactive")).await;
    let mark = say("Marquer inactif", "Mark as inactive");
    window.see(mark).await.judge("mark inactive").await.click(mark).await;
    window.see(say("inactif depuis", "inactive since")).await.judge("inactive").await;
    window.press("Ctrl+n").await.see_focus(last_name).await.write("Loeuillet").await;
    window.fill(say("CP", "Postcode"), "44640").await.see("LŒUILLET").await.judge("probable").await;
    window.press("Ctrl+k").await.click(say("Ne pas enregistrer", "Do not save")).await;
}

/// Duplicates, two records side by side, a deletion, a mailing.
async fn keeping_order(window: &Window, language: Language) {
    let say = |french, english| language.say(french, english);
    window.press("Ctrl+k").await.fill(say("Rechercher un client", "Search for a client"), "").await;
    window.click(say("Doublons", "Duplicates")).await.see(say("Aucune recherche", "No search for")).await;
    window.judge("no duplicates yet").await.click(say("Chercher les doublons", "Look for duplicates")).await;
    window.click(say("Toutes", "All")).await.see(say("sur 100", "of 100")).await.judge("duplicates").await;
    window.click(say("Fusionner", "Merge")).await.see(say("Champ par champ", "Field by field")).await;
    window.judge("side by side").await.press("Ctrl+k").await.write("mar").await;
    window
        .see(say("pour « mar »", "for “mar”"))
        .await
        .press("Enter")
        .await
        .click(say("Autres actions", "More actions"))
        .await;
    window.click(say("Supprimer", "Delete")).await;
    window.see_control(say("Pour confirmer", "To confirm")).await.judge("deletion").await.press("Escape").await;
    window.click("Messages").await.click(say("Nouvel envoi groupé", "New group mailing")).await;
    window.see(say("Qui recevra cet envoi", "Who will receive it")).await.click("SMS").await;
    window.see_no(say("Vérification…", "Checking…")).await.see_no(say("Comptage…", "Counting…")).await;
    window.see(say("exclus", "left out")).await.judge("mailing").await;
    window.click(say("Retour aux messages", "Back to the messages")).await;
    window.see(say("Aucun envoi groupé", "No group mailing")).await.judge("mailings").await;
}

async fn importing(window: &Window, language: Language, table: &Path) {
    let say = |french, english| language.say(french, english);
    let path = say("Chemin du fichier", "Path of the file");
    window.press("Alt+3").await.see_control(path).await.judge("import").await;
    window.fill(path, &table.display().to_string()).await.press("Enter").await;
    window.see_control(say("Importer 2 000 lignes", "Import 2,000 rows")).await.judge("check").await;
    window
        .press("Ctrl+Enter")
        .await
        .see_control(say("Voir les clients", "See the clients"))
        .await
        .judge("report")
        .await;
}

/// The replies of a gateway: to read, from nobody, a withdrawal. Their table is chosen in the native chooser, which wants a window manager.
fn replies(name: &str, theme: &str) {
    scenario(name, async |stage| {
        stage.use_window_manager();
        stage.home.prefer("fr", theme);
        let clients = stage.table(20);
        let file = stage.home.document("boutique.ecrin");
        let cli = stage.cli(PASSPHRASE);
        cli.run(&file, &["create", "--name", "Maison Vaurelle"]);
        cli.run(&file, &["import", &clients.display().to_string()]);
        let table = stage.home.document("reponses.csv");
        let rows = "numero;texte;date\n+33639980003;STOP;28/11/2026 10:12\n+33639980004;on arrete quand;28/11/2026 10:14\n\
            +33639989977;STOP;28/11/2026 10:15\nsans numero;STOP;28/11/2026 10:16\n";
        fs::write(&table, rows).expect("a table in the home");
        let window = stage.open_shop(&file).await;
        window.click("Messages").await.click("Importer les réponses").await.choose_in_native_dialog(&table).await;
        window.see("Réponses importées").await.see("Lignes illisibles").await.judge("replies").await;
        window.press("Enter").await.see_no("Réponses importées").await;
        window.quit().await;
    });
}

const FRENCH: Language = Language { french: true };
const ENGLISH: Language = Language { french: false };

#[test]
fn in_french_and_light() {
    every_screen("axe-fr-light", FRENCH, "light");
}

#[test]
fn in_french_and_dark() {
    every_screen("axe-fr-dark", FRENCH, "dark");
}

#[test]
fn in_english_and_light() {
    every_screen("axe-en-light", ENGLISH, "light");
}

#[test]
fn in_english_and_dark() {
    every_screen("axe-en-dark", ENGLISH, "dark");
}

#[test]
fn the_replies_in_light() {
    replies("axe-replies-light", "light");
}

#[test]
fn the_replies_in_dark() {
    replies("axe-replies-dark", "dark");
}
