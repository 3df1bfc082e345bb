//! The names that files give to the columns of what a client holds, without case, accents, spaces and filler words.
//!
//! Whoever imports may choose any field; here only names are known that mean one thing in the tables of shops. « Offre », « Plan » or
//! « Ordre » alone may be anything.

use crate::imports::ImportField;

/// The field that a column of this bare name holds.
pub(in crate::imports) fn field_of(bare: &str) -> Option<ImportField> {
    use ImportField as F;
    Some(match bare {
        "titulaire" | "titulairecompte" | "titulaireiban" | "titulairecomptebancaire" | "accountholder" => {
            F::BankHolder
        }
        "iban" | "codeiban" => F::BankIban,
        "bic" | "codebic" | "swift" | "codeswift" | "bicswift" | "swiftbic" => F::BankBic,
        "rum"
        | "mandatsepa"
        | "referencemandat"
        | "referencemandatsepa"
        | "refmandat"
        | "referenceuniquemandat"
        | "mandatereference" => F::MandateReference,
        "datemandat" | "datemandatsepa" | "datesignaturemandat" | "mandatedate" => F::MandateOn,
        "portage" | "modeportage" | "modelivraison" | "modedistribution" | "carriage" | "carriagemode" => {
            F::CarriageMode
        }
        "tournee" | "tourneeportage" | "carriageround" => F::CarriageRound,
        "ordre" | "ordretournee" | "rang" | "rangtournee" | "carriagerank" => F::CarriageRank,
        "depositaire" | "diffuseur" | "depositary" => F::CarriageDepositary,
        "consigne"
        | "consignes"
        | "consigneportage"
        | "consignelivraison"
        | "carriageinstruction"
        | "instructionslivraison" => F::CarriageInstruction,
        "destinataire"
        | "destinatairelivraison"
        | "nomlivraison"
        | "livraisonnom"
        | "deliveryaddressee"
        | "shippingname" => F::DeliveryAddressee,
        "adresselivraison" | "adresselivraison1" | "adresse1livraison" | "livraisonadresse" | "livraisonadresse1"
        | "ruelivraison" | "deliveryaddress" | "shippingaddress" | "shippingaddress1" => F::DeliveryAddress1,
        "adresselivraison2"
        | "adresse2livraison"
        | "livraisonadresse2"
        | "complementlivraison"
        | "shippingaddress2" => F::DeliveryAddress2,
        "adresselivraison3" | "adresse3livraison" | "livraisonadresse3" => F::DeliveryAddress3,
        "cplivraison"
        | "codepostallivraison"
        | "livraisoncp"
        | "livraisoncodepostal"
        | "deliverypostcode"
        | "shippingzip"
        | "shippingpostcode" => F::DeliveryPostcode,
        "villelivraison" | "livraisonville" | "communelivraison" | "deliverytown" | "deliverycity" | "shippingcity" => {
            F::DeliveryTown
        }
        "payslivraison" | "livraisonpays" | "deliverycountry" | "shippingcountry" => F::DeliveryCountry,
        "formule" | "formuleabonnement" | "offreabonnement" | "subscriptionoffer" | "subscriptionplan" => {
            F::SubscriptionOffer
        }
        "debutabonnement" | "datedebutabonnement" | "abonnementdebut" | "abonnedepuis" | "subscriptionstart" => {
            F::SubscriptionStart
        }
        "finabonnement"
        | "datefinabonnement"
        | "abonnementfin"
        | "abonnejusquau"
        | "echeanceabonnement"
        | "dateecheanceabonnement"
        | "subscriptionend" => F::SubscriptionEnd,
        "exemplaires" | "nombreexemplaires" | "nbexemplaires" | "copies" => F::SubscriptionCopies,
        _ => return None,
    })
}

/// What a detail belongs to: without one of these columns its name may mean something else.
pub(in crate::imports) const fn heads(detail: ImportField) -> &'static [ImportField] {
    use ImportField as F;
    match detail {
        F::BankHolder | F::BankBic | F::MandateReference | F::MandateOn => &[F::BankIban],
        F::CarriageRank | F::CarriageDepositary | F::CarriageInstruction => &[F::CarriageMode, F::CarriageRound],
        F::DeliveryAddressee => &[F::DeliveryAddress1, F::DeliveryTown],
        F::SubscriptionStart | F::SubscriptionEnd | F::SubscriptionCopies => &[F::SubscriptionOffer],
        _ => &[],
    }
}
