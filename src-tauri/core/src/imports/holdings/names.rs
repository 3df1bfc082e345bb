//! The names that files give to the columns of what a client holds, without case, accents, spaces and filler words.

use crate::imports::ImportField;

/// The field that a column of this bare name holds.
pub(in crate::imports) fn field_of(bare: &str) -> Option<ImportField> {
    use ImportField as F;
    Some(match bare {
        "titulaire" | "titulairecompte" | "titulaireiban" | "nomtitulaire" | "nomtitulairecompte" | "bankholder"
        | "accountholder" => F::BankHolder,
        "iban" | "ibanclient" | "codeiban" | "bankiban" => F::BankIban,
        "bic" | "codebic" | "swift" | "codeswift" | "bicswift" | "swiftbic" | "bankbic" => F::BankBic,
        "rum"
        | "mandat"
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
        "tournee" | "tourneeportage" | "round" | "carriageround" => F::CarriageRound,
        "ordre" | "ordretournee" | "rang" | "rangtournee" | "rank" | "carriagerank" => F::CarriageRank,
        "depositaire" | "diffuseur" | "pointvente" | "depositary" => F::CarriageDepositary,
        "consigne"
        | "consignes"
        | "consigneportage"
        | "consignelivraison"
        | "instruction"
        | "instructions"
        | "instructionslivraison" => F::CarriageInstruction,
        "destinataire" | "destinatairelivraison" | "nomlivraison" | "livraisonnom" | "addressee" | "shippingname" => {
            F::DeliveryAddressee
        }
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
        "formule" | "formuleabonnement" | "abonnement" | "offre" | "offreabonnement" | "offer" | "plan"
        | "subscription" | "subscriptionplan" => F::SubscriptionOffer,
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
