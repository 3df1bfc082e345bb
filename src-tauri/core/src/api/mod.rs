//! What the window may ask of the core: one table of commands, from which calls are routed and TypeScript is written.
//!
//! Handlers are thin: they fetch the open shop, call one verb and pass on what changed. Failures become an [`ApiError`]
//! here and nowhere else.
#![allow(
    clippy::needless_pass_by_value,
    clippy::unnecessary_wraps,
    reason = "all handlers have one shape, which the table needs"
)]

mod accounts;
mod beginning;
mod campaigns;
mod clients;
mod codes;
mod consent_setup;
mod consents;
mod delivery;
mod desk;
mod documents;
mod duplicates;
mod exports;
mod failure;
mod files;
mod imports;
mod labels;
mod lists;
mod manager;
mod merging;
mod message_setup;
mod messages;
mod movements;
mod one_at_a_time;
mod removal;
mod replies;
mod session;
mod settings;
mod subscriptions;
mod typescript;
mod windows;

use serde::{Deserialize, Serialize};
use serde_json::Value;

pub use accounts::{InvoiceIdRequest, SaveInvoiceRequest};
pub use campaigns::CampaignIdRequest;
pub use clients::{
    CheckRequest, ClientRequest, CreateRequest, InactiveRequest, JournalRequest, LimitRequest, NameRequest,
    PostcodeRequest, SaveRequest,
};
pub use codes::{RemovedSelectionCode, RenameSelectionCodeRequest, SelectionCodeRequest};
pub use consent_setup::{
    IndicatorRequest, ModeRequest, NewWordingRequest, OrderRequest, RemovedIndicator, RenameIndicatorRequest,
    RenameModeRequest, ShowIndicatorRequest,
};
pub use consents::{
    ChainCheck, CheckChainRequest, DecideRequest, EvidenceContent, EvidenceFile, EvidenceFileRequest, EvidenceInput,
    EvidenceRequest, MayContactRequest, RestrictRequest, SaveEvidenceRequest,
};
pub use desk::{CredentialStore, Desk, Events, Folders};
pub use documents::{AttestationFormat, SaveAttestationRequest, SaveDailyListRequest, SaveHistoryRequest, SavedFile};
pub use exports::{
    ExportExcludedRequest, ExportListRequest, ExportsOfClientRequest, ExportsRequest, SaveExportRegisterRequest,
    SaveRecordSheetRequest,
};
pub use failure::{ApiError, ErrorCode};
pub use files::{
    BackUpRequest, BackUpResult, CreateShopRequest, FileRequest, OpenShopRequest, PassphraseRating, PassphraseRequest,
    VerifyReport,
};
pub use imports::PreviewRequest;
pub use labels::{AddressOfDayRequest, BankAccountRequest, LabelRowRequest};
pub use lists::SavedListRequest;
pub use manager::{ManagerCodeRequest, ResetManagerCodeRequest, SetManagerCodeRequest};
pub use messages::{MessageIdRequest, PreviewTemplateRequest, SaveTemplateRequest, TemplateRequest};
pub use movements::{CreateMovementRequest, MoveRepairRequest, RemoveMovementRequest, SaveMovementRequest};
pub use session::{Launch, LaunchKind, RecentFile, SessionInfo, ShopInfo};
pub use settings::{Language, Settings, Theme};
pub use subscriptions::{
    AddTariffRequest, BeneficiaryRequest, ChangeTypeRequest, EndSuspensionRequest, SaveOfferRequest,
    SubscriptionRequest, SuspendRequest, TypeChangeRequest,
};
pub use typescript::typescript;
pub use windows::{ExportTableRequest, SaveTablePdfRequest};

/// A request or an answer that says nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, ts_rs::TS)]
pub struct Empty {}

/// What happens while nobody asks.
#[derive(Clone, Debug, Serialize, ts_rs::TS)]
#[serde(tag = "task", rename_all = "snake_case")]
pub enum Progress {
    /// An import is under way.
    Import {
        /// What it is doing.
        phase: String,
        /// Rows so far.
        #[ts(type = "number")]
        done: u64,
        /// Rows in all, 0 while unknown.
        #[ts(type = "number")]
        total: u64,
    },
    /// Duplicates are being looked for.
    Duplicates {
        /// `reading` or `comparing`.
        phase: String,
        /// Clients so far.
        #[ts(type = "number")]
        done: u64,
        /// Clients in all.
        #[ts(type = "number")]
        total: u64,
    },
    /// The demonstration is being made.
    Demonstration {
        /// Always `writing`.
        phase: String,
        /// Clients so far.
        #[ts(type = "number")]
        done: u64,
        /// Clients in all.
        #[ts(type = "number")]
        total: u64,
    },
    /// A list is being written.
    Export {
        /// Clients gone through so far, those left out included.
        #[ts(type = "number")]
        done: u64,
        /// Clients in all, 0 while unknown.
        #[ts(type = "number")]
        total: u64,
    },
}

/// Declares every command once: its name, its request, its answer, its handler.
macro_rules! commands {
    ($($name:ident: $request:ty => $answer:ty = $handler:path;)*) => {
        impl Desk {
            /// Runs the command `name`.
            ///
            /// # Errors
            /// What the command says; `bad_request` for an unknown one or a request of another shape.
            pub fn call(&self, name: &str, request: Value) -> Result<Value, ApiError> {
                if manager::is_reserved(name) {
                    self.manager()?;
                }
                match name {
                    $(stringify!($name) => {
                        let request: $request = serde_json::from_value(request).map_err(|_| ApiError::bad_request(name))?;
                        let answer: $answer = $handler(self, request)?;
                        serde_json::to_value(answer).map_err(|_| ApiError::bad_request(name))
                    })*
                    _ => Err(ApiError::bad_request(name)),
                }
            }
        }

        /// Visits the types of every command.
        fn visit_command_types(declarations: &mut typescript::Declarations<'_>) {
            $(
                declarations.root::<$request>();
                declarations.root::<$answer>();
            )*
        }

        /// Every command with its request and its answer, in TypeScript.
        fn command_types(config: &ts_rs::Config) -> Vec<(&'static str, String, String)> {
            vec![$((stringify!($name), <$request as ts_rs::TS>::name(config), <$answer as ts_rs::TS>::name(config)),)*]
        }
    };
}

commands! {
    session: Empty => SessionInfo = session::session;
    save_settings: Settings => Settings = settings::save_settings;
    forget_file: FileRequest => Empty = session::forget_file;

    rate_passphrase: PassphraseRequest => PassphraseRating = files::rate_passphrase;
    create_shop: CreateShopRequest => ShopInfo = files::create_shop;
    open_shop: OpenShopRequest => ShopInfo = files::open_shop;
    open_demonstration: Empty => ShopInfo = files::open_demonstration;
    close_shop: Empty => Empty = files::close_shop;
    shop_info: Empty => ShopInfo = session::shop_info;
    back_up: BackUpRequest => BackUpResult = files::back_up;
    verify: Empty => VerifyReport = files::verify;
    operators: Empty => Vec<String> = clients::operators;
    choose_operator: NameRequest => ShopInfo = clients::choose_operator;

    search_clients: crate::search::SearchRequest => crate::search::SearchResults = clients::search_clients;
    search_towns: crate::search::SearchTownsRequest => crate::search::SearchTowns = clients::search_towns;
    recent_clients: LimitRequest => Vec<crate::clients::ClientRow> = clients::recent_clients;
    client: ClientRequest => crate::clients::ClientRecord = clients::client;
    client_glance: ClientRequest => crate::clients::ClientGlance = clients::client_glance;
    open_client: ClientRequest => crate::clients::ClientRecord = clients::open_client;
    check_client: CheckRequest => crate::clients::ClientCheck = clients::check_client;
    create_client: CreateRequest => crate::clients::ClientRecord = clients::create_client;
    save_client: SaveRequest => crate::clients::ClientRecord = clients::save_client;
    set_inactive: InactiveRequest => crate::clients::ClientRecord = clients::set_inactive;
    undo_state: Empty => Option<crate::shop::UndoState> = clients::undo_state;
    undo: Empty => crate::clients::ClientRecord = clients::undo;
    journal: JournalRequest => crate::journal::JournalPage = clients::journal;
    towns_of_postcode: PostcodeRequest => Vec<String> = clients::towns_of_postcode;
    origins: Empty => Vec<String> = clients::origins;

    consents: ClientRequest => crate::consents::ConsentSheet = consents::consents;
    channel_answers: ClientRequest => Vec<crate::contact::ChannelAnswer> = consents::channel_answers;
    preview_decision: DecideRequest => crate::shop::DecisionPreview = consents::preview_decision;
    decide: DecideRequest => crate::consents::ConsentSheet = consents::decide;
    history: crate::consents::HistoryRequest => crate::consents::HistoryPage = consents::history;
    unproven_consents: crate::consents::UnprovenRequest => crate::consents::UnprovenPage = consents::unproven_consents;
    may_contact: MayContactRequest => crate::contact::VerdictReport = consents::may_contact;
    look_at_evidence: EvidenceFileRequest => EvidenceFile = consents::look_at_evidence;
    evidence: EvidenceRequest => EvidenceContent = consents::evidence;
    save_evidence: SaveEvidenceRequest => Empty = consents::save_evidence;
    set_restricted: RestrictRequest => crate::clients::ClientRecord = consents::set_restricted;
    check_chain: CheckChainRequest => ChainCheck = consents::check_chain;

    save_attestation: SaveAttestationRequest => SavedFile = documents::save_attestation;
    save_history: SaveHistoryRequest => SavedFile = documents::save_history;
    save_daily_list: SaveDailyListRequest => SavedFile = documents::save_daily_list;
    shop_identity: Empty => crate::shop::ShopIdentity = documents::shop_identity;
    set_shop_identity: crate::shop::ShopIdentity => crate::shop::ShopIdentity = documents::set_shop_identity;

    consent_setup: Empty => crate::shop::ConsentSetup = consent_setup::consent_setup;
    create_indicator: crate::consents::NewIndicator => crate::shop::ConsentSetup = consent_setup::create_indicator;
    rename_indicator: RenameIndicatorRequest => crate::shop::ConsentSetup = consent_setup::rename_indicator;
    show_indicator: ShowIndicatorRequest => crate::shop::ConsentSetup = consent_setup::show_indicator;
    order_indicators: OrderRequest => crate::shop::ConsentSetup = consent_setup::order_indicators;
    remove_indicator: IndicatorRequest => RemovedIndicator = consent_setup::remove_indicator;
    create_mode: crate::consents::NewMode => crate::shop::ConsentSetup = consent_setup::create_mode;
    rename_mode: RenameModeRequest => crate::shop::ConsentSetup = consent_setup::rename_mode;
    order_modes: OrderRequest => crate::shop::ConsentSetup = consent_setup::order_modes;
    remove_mode: ModeRequest => crate::shop::ConsentSetup = consent_setup::remove_mode;
    create_wording: NewWordingRequest => crate::shop::ConsentSetup = consent_setup::create_wording;

    templates: Empty => Vec<crate::messages::Template> = messages::templates;
    create_template: crate::messages::NewTemplate => crate::messages::Template = messages::create_template;
    save_template: SaveTemplateRequest => crate::messages::Template = messages::save_template;
    remove_template: TemplateRequest => Empty = messages::remove_template;
    order_templates: OrderRequest => Vec<crate::messages::Template> = messages::order_templates;
    set_rgpd_default: TemplateRequest => Empty = messages::set_rgpd_default;
    merge_fields: Empty => Vec<crate::messages::MergeField> = messages::merge_fields;
    preview_template: PreviewTemplateRequest => crate::shop::TemplatePreview = messages::preview_template;
    messages: crate::messages::MessageRequest => crate::messages::MessagePage = messages::messages;
    message: MessageIdRequest => crate::messages::Message = messages::message;
    queue_message: crate::messages::NewMessage => crate::messages::Message = messages::queue_message;
    cancel_message: MessageIdRequest => crate::messages::Message = messages::cancel_message;
    retry_message: MessageIdRequest => crate::messages::Message = messages::retry_message;
    import_replies: FileRequest => crate::messages::replies::RepliesReport = replies::import_replies;
    outbox_counts: Empty => crate::messages::QueueCounts = messages::outbox_counts;
    message_setup: Empty => crate::messages::MessageSetup = message_setup::message_setup;
    set_mail_setup: crate::messages::MailSetupRequest => crate::messages::MessageSetup = message_setup::set_mail_setup;
    set_sms_setup: crate::messages::SmsSetupRequest => crate::messages::MessageSetup = message_setup::set_sms_setup;
    test_mail_setup: crate::messages::MailSetupRequest => Option<crate::messages::mail::ConnectionProblem> = message_setup::test_mail_setup;

    movements: crate::movements::MovementRequest => crate::movements::MovementPage = movements::movements;
    create_movement: CreateMovementRequest => crate::movements::Movement = movements::create_movement;
    save_movement: SaveMovementRequest => crate::movements::Movement = movements::save_movement;
    move_repair: MoveRepairRequest => crate::movements::Movement = movements::move_repair;
    remove_movement: RemoveMovementRequest => Empty = movements::remove_movement;
    repairs_due: Empty => crate::movements::RepairsDue = movements::repairs_due;
    repair_reminders: crate::movements::RemindersRequest => crate::movements::RepairReminders = movements::repair_reminders;
    send_reminders: crate::movements::SendReminders => crate::movements::RemindersSent = movements::send_reminders;

    manager: Empty => crate::manager::ManagerState = manager::manager;
    unlock_manager: ManagerCodeRequest => crate::manager::ManagerState = manager::unlock_manager;
    lock_manager: Empty => crate::manager::ManagerState = manager::lock_manager;
    set_manager_code: SetManagerCodeRequest => crate::manager::ManagerState = manager::set_manager_code;
    reset_manager_code: ResetManagerCodeRequest => crate::manager::ManagerState = manager::reset_manager_code;

    find_duplicates: Empty => crate::duplicates::DuplicatesSummary = duplicates::find_duplicates;
    duplicates_page: crate::duplicates::DuplicatesRequest => crate::duplicates::DuplicatesPage = duplicates::duplicates_page;
    dismiss_duplicates: crate::duplicates::PairRequest => Empty = duplicates::dismiss_duplicates;
    cancel_duplicates: Empty => Empty = duplicates::cancel_duplicates;

    merge_preview: crate::merging::MergePreviewRequest => crate::merging::MergePreview = merging::merge_preview;
    merge_clients: crate::merging::MergeRequest => crate::merging::MergeDone = merging::merge_clients;
    merges: ClientRequest => Vec<crate::merging::MergeEntry> = merging::merges;
    undo_merge: crate::merging::MergeIdRequest => crate::clients::ClientRecord = merging::undo_merge;
    removal_preview: ClientRequest => crate::removal::RemovalPreview = removal::removal_preview;
    remove_client: crate::removal::RemoveRequest => Empty = removal::remove_client;

    imports: Empty => Vec<crate::removal::ImportEntry> = removal::imports;
    undo_import_preview: crate::removal::ImportIdRequest => crate::removal::UndoImportReport = removal::undo_import_preview;
    undo_import: crate::removal::ImportIdRequest => crate::removal::UndoImportReport = removal::undo_import;

    labels: ClientRequest => crate::labels::LabelFaces = labels::labels;
    panel_layout: Empty => crate::labels::PanelLayout = labels::panel_layout;
    save_panel_layout: crate::labels::PanelLayout => crate::labels::PanelLayout = labels::save_panel_layout;
    reset_panel_layout: Empty => crate::labels::PanelLayout = labels::reset_panel_layout;
    selection_codes: Empty => Vec<crate::labels::SelectionCode> = codes::selection_codes;
    create_selection_code: NameRequest => Vec<crate::labels::SelectionCode> = codes::create_selection_code;
    rename_selection_code: RenameSelectionCodeRequest => Vec<crate::labels::SelectionCode> = codes::rename_selection_code;
    order_selection_codes: OrderRequest => Vec<crate::labels::SelectionCode> = codes::order_selection_codes;
    remove_selection_code: SelectionCodeRequest => RemovedSelectionCode = codes::remove_selection_code;
    client_codes: ClientRequest => crate::labels::ClientCodes = labels::client_codes;
    set_client_codes: crate::labels::SetClientCodes => crate::labels::ClientCodes = labels::set_client_codes;
    bank_account: ClientRequest => crate::labels::BankPanel = labels::bank_account;
    check_bank_account: crate::labels::CheckBankAccount => crate::labels::BankCheck = labels::check_bank_account;
    save_bank_account: crate::labels::SaveBankAccount => crate::labels::BankPanel = labels::save_bank_account;
    remove_bank_account: BankAccountRequest => crate::labels::BankPanel = labels::remove_bank_account;
    reveal_bank_account: ClientRequest => crate::labels::RevealedAccount = labels::reveal_bank_account;
    incidents: ClientRequest => Vec<crate::labels::Incident> = labels::incidents;
    save_incident: crate::labels::SaveIncident => Vec<crate::labels::Incident> = labels::save_incident;
    remove_incident: LabelRowRequest => Vec<crate::labels::Incident> = labels::remove_incident;
    follow_ups: ClientRequest => Vec<crate::labels::FollowUp> = labels::follow_ups;
    save_follow_up: crate::labels::SaveFollowUp => Vec<crate::labels::FollowUp> = labels::save_follow_up;
    remove_follow_up: LabelRowRequest => Vec<crate::labels::FollowUp> = labels::remove_follow_up;
    follow_ups_due: crate::labels::FollowUpsDueRequest => crate::labels::FollowUpsDue = labels::follow_ups_due;
    carriage: ClientRequest => crate::labels::CarriagePanel = labels::carriage;
    save_carriage: crate::labels::SaveCarriage => crate::labels::CarriagePanel = labels::save_carriage;
    delivery_addresses: ClientRequest => crate::labels::DeliveryAddresses = labels::delivery_addresses;
    save_delivery_address: crate::labels::SaveDeliveryAddress => crate::labels::DeliveryAddresses = labels::save_delivery_address;
    remove_delivery_address: LabelRowRequest => crate::labels::DeliveryAddresses = labels::remove_delivery_address;
    address_of_day: AddressOfDayRequest => crate::labels::AddressOfDay = labels::address_of_day;
    client_management: ClientRequest => crate::labels::ClientManagement = labels::client_management;
    save_manager_note: crate::labels::SaveManagerNote => crate::labels::ClientManagement = labels::save_manager_note;
    client_notes: crate::labels::NotesRequest => crate::labels::NotePage = labels::client_notes;
    save_note: crate::labels::SaveNote => crate::labels::ClientNote = labels::save_note;
    remove_note: LabelRowRequest => Empty = labels::remove_note;

    campaign_preview: crate::messages::CampaignRequest => crate::messages::CampaignPreview = campaigns::campaign_preview;
    start_campaign: crate::messages::NewCampaign => crate::messages::Campaign = campaigns::start_campaign;
    campaigns: Empty => Vec<crate::messages::Campaign> = campaigns::campaigns;
    stop_campaign: CampaignIdRequest => crate::messages::Campaign = campaigns::stop_campaign;
    resume_campaign: CampaignIdRequest => crate::messages::Campaign = campaigns::resume_campaign;

    list_fields: Empty => Vec<crate::lists::ListFieldInfo> = lists::list_fields;
    list_page: crate::lists::ListPageRequest => crate::lists::ListPage = lists::list_page;
    list_count: crate::lists::ListQuery => crate::lists::ListCount = lists::list_count;
    list_excluded: crate::lists::ListPageRequest => crate::lists::ExcludedPage = lists::list_excluded;
    saved_lists: Empty => Vec<crate::lists::SavedList> = lists::saved_lists;
    save_list: crate::lists::NewSavedList => crate::lists::SavedList = lists::save_list;
    remove_list: SavedListRequest => Empty = lists::remove_list;

    offers: Empty => crate::subscriptions::OfferList = subscriptions::offers;
    create_offer: crate::subscriptions::NewOffer => crate::subscriptions::Offer = subscriptions::create_offer;
    save_offer: SaveOfferRequest => crate::subscriptions::Offer = subscriptions::save_offer;
    order_offers: OrderRequest => crate::subscriptions::OfferList = subscriptions::order_offers;
    add_tariff: AddTariffRequest => crate::subscriptions::Offer = subscriptions::add_tariff;
    subscription_preview: crate::subscriptions::NewSubscription => crate::subscriptions::SubscriptionPreview = subscriptions::subscription_preview;
    subscribe: crate::subscriptions::NewSubscription => crate::subscriptions::Subscription = subscriptions::subscribe;
    subscription: SubscriptionRequest => crate::subscriptions::Subscription = subscriptions::subscription;
    held_subscriptions: ClientRequest => Vec<crate::subscriptions::Subscription> = subscriptions::held_subscriptions;
    renewal_preview: SubscriptionRequest => crate::subscriptions::SubscriptionPreview = subscriptions::renewal_preview;
    renew: SubscriptionRequest => crate::subscriptions::Subscription = subscriptions::renew;
    renewals: crate::subscriptions::RenewalsRequest => crate::subscriptions::RenewalPage = subscriptions::renewals;
    suspend: SuspendRequest => crate::subscriptions::Subscription = subscriptions::suspend;
    end_suspension: EndSuspensionRequest => crate::subscriptions::Subscription = subscriptions::end_suspension;
    termination_preview: crate::subscriptions::Termination => crate::subscriptions::TerminationPreview = subscriptions::termination_preview;
    terminate: crate::subscriptions::TerminationRequest => crate::subscriptions::TerminationDone = subscriptions::terminate;
    add_beneficiary: crate::subscriptions::NewBeneficiary => crate::subscriptions::Subscription = subscriptions::add_beneficiary;
    remove_beneficiary: BeneficiaryRequest => crate::subscriptions::Subscription = subscriptions::remove_beneficiary;
    type_change_preview: TypeChangeRequest => crate::subscriptions::TypeChangePreview = subscriptions::type_change_preview;
    change_type: ChangeTypeRequest => crate::clients::ClientRecord = subscriptions::change_type;
    invoice: InvoiceIdRequest => crate::invoicing::Invoice = accounts::invoice;
    save_invoice: SaveInvoiceRequest => SavedFile = accounts::save_invoice;
    credit_invoice: crate::invoicing::CreditRequest => crate::invoicing::Invoice = accounts::credit_invoice;
    invoices_due: crate::invoicing::InvoicesDueRequest => crate::invoicing::InvoicesDue = accounts::invoices_due;
    balance: ClientRequest => crate::invoicing::Balance = accounts::balance;
    payment: crate::invoicing::PaymentIdRequest => crate::invoicing::Payment = accounts::payment;
    record_payment: crate::invoicing::NewPayment => crate::invoicing::Payment = accounts::record_payment;
    reverse_payment: crate::invoicing::PaymentIdRequest => crate::invoicing::Payment = accounts::reverse_payment;
    delivery: crate::deliveries::DeliveryIdRequest => crate::deliveries::Delivery = accounts::delivery;
    recent_deliveries: ClientRequest => Vec<crate::deliveries::Delivery> = accounts::recent_deliveries;
    mark_deliveries: crate::deliveries::MarkDeliveriesRequest => crate::deliveries::MarkedDeliveries = accounts::mark_deliveries;
    add_delivery: crate::deliveries::NewDelivery => crate::deliveries::Delivery = accounts::add_delivery;
    remove_delivery: crate::deliveries::DeliveryIdRequest => Empty = accounts::remove_delivery;
    add_sponsorship: crate::deliveries::NewSponsorship => crate::deliveries::Sponsorship = accounts::add_sponsorship;
    give_reward: crate::deliveries::GiveRewardRequest => crate::deliveries::Sponsorship = accounts::give_reward;
    remove_sponsorship: crate::deliveries::SponsorshipIdRequest => Empty = accounts::remove_sponsorship;

    subscriptions_page: crate::windows::WindowRequest => crate::windows::SubscriptionsPage = windows::subscriptions_page;
    invoices_page: crate::windows::WindowRequest => crate::windows::InvoicesPage = windows::invoices_page;
    payments_page: crate::windows::WindowRequest => crate::windows::PaymentsPage = windows::payments_page;
    deliveries_page: crate::windows::WindowRequest => crate::windows::DeliveriesPage = windows::deliveries_page;
    sponsorships_page: crate::windows::WindowRequest => crate::windows::SponsorshipsPage = windows::sponsorships_page;
    export_table: ExportTableRequest => crate::exports::ExportReport = windows::export_table;
    save_table_pdf: SaveTablePdfRequest => SavedFile = windows::save_table_pdf;

    links: ClientRequest => Vec<crate::subscriptions::Link> = subscriptions::links;

    export_list: ExportListRequest => crate::exports::ExportReport = exports::export_list;
    export_excluded: ExportExcludedRequest => crate::exports::ExportReport = exports::export_excluded;
    cancel_export: Empty => Empty = exports::cancel_export;
    exports: ExportsRequest => crate::exports::ExportPage = exports::exports;
    exports_of_client: ExportsOfClientRequest => crate::exports::ExportsOfClient = exports::exports_of_client;
    save_export_register: SaveExportRegisterRequest => SavedFile = exports::save_export_register;
    save_record_sheet: SaveRecordSheetRequest => SavedFile = exports::save_record_sheet;

    preview_import: PreviewRequest => crate::imports::ImportPreview = imports::preview_import;
    run_import: crate::imports::ImportRequest => crate::imports::ImportReport = imports::run_import;
    cancel_import: Empty => Empty = imports::cancel_import;
}
